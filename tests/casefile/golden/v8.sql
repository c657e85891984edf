CREATE TABLE beleving (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        event_id TEXT NOT NULL,
        deelnemer_id TEXT NOT NULL,
        mark TEXT NOT NULL,
        risk_of TEXT,
        safety_of TEXT NOT NULL,
        explanation TEXT NOT NULL,
        now_different TEXT NOT NULL,
        obstacle TEXT NOT NULL,
        needed_from TEXT NOT NULL,
        audience TEXT NOT NULL
    ) STRICT;
CREATE INDEX beleving_by_case ON beleving (case_id);
CREATE TABLE bestuursgesprek (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        held_on TEXT,
        present TEXT NOT NULL,
        topics TEXT NOT NULL,
        progress TEXT NOT NULL,
        begun INTEGER NOT NULL,
        note TEXT NOT NULL,
        acties TEXT NOT NULL,
        next_on TEXT,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT;
CREATE TABLE betrokkene (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        role TEXT NOT NULL,
        age_band TEXT NOT NULL,
        is_child INTEGER NOT NULL
    ) STRICT;
CREATE INDEX betrokkene_by_case ON betrokkene (case_id);
CREATE TABLE casus (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        reason TEXT NOT NULL,
        organiser TEXT NOT NULL,
        methods TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        keep_until TEXT,
        violence TEXT NOT NULL,
        life_areas TEXT NOT NULL,
        check_procedure_running TEXT NOT NULL,
        check_procedure_note TEXT NOT NULL,
        check_board_decided TEXT NOT NULL,
        check_heard TEXT NOT NULL,
        check_heard_note TEXT NOT NULL,
        check_legal_ground TEXT NOT NULL,
        check_rules_read INTEGER NOT NULL,
        summary_title TEXT NOT NULL,
        summary_sentences TEXT NOT NULL,
        summary_children TEXT NOT NULL,
        summary_questions TEXT NOT NULL,
        summary_beleving_ids TEXT NOT NULL,
        summary_verschil_ids TEXT NOT NULL
    , t0_event_id TEXT NOT NULL DEFAULT '', lane_order TEXT NOT NULL DEFAULT '[]', keep_reason TEXT NOT NULL DEFAULT '', read_by TEXT NOT NULL DEFAULT '', read_on TEXT, read_unread TEXT NOT NULL DEFAULT '[]', read_cleared TEXT NOT NULL DEFAULT '[]', read_alterations TEXT NOT NULL DEFAULT '[]', round_open INTEGER NOT NULL DEFAULT 0, round_blind INTEGER NOT NULL DEFAULT 0, round_by_event INTEGER NOT NULL DEFAULT 0, round_event_id TEXT NOT NULL DEFAULT '', round_spoken_ids TEXT NOT NULL DEFAULT '[]', steps_done TEXT NOT NULL DEFAULT '[]', selection_reason TEXT NOT NULL DEFAULT '', household_type TEXT NOT NULL DEFAULT '', area_problems TEXT NOT NULL DEFAULT '[]', criteria TEXT NOT NULL DEFAULT '[]', structurally_unsafe TEXT NOT NULL DEFAULT 'onbekend', closed_well TEXT NOT NULL DEFAULT 'onbekend', persistence TEXT NOT NULL DEFAULT 'onbekend', persistence_reason TEXT NOT NULL DEFAULT '', talk_held TEXT NOT NULL DEFAULT 'onbekend', talk_who TEXT NOT NULL DEFAULT '', talk_moment_precision TEXT NOT NULL DEFAULT 'onbekend', talk_moment_first TEXT, talk_moment_last TEXT, talk_moment_circa INTEGER NOT NULL DEFAULT 0, talk_consent TEXT NOT NULL DEFAULT 'onbekend', talk_note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE cijferoverzicht (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        area TEXT NOT NULL,
        area_kind TEXT NOT NULL,
        own TEXT NOT NULL,
        figures TEXT NOT NULL,
        duidingen TEXT NOT NULL,
        insights TEXT NOT NULL,
        note TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT;
CREATE TABLE cruciaal_punt (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        event_id TEXT NOT NULL,
        wanted TEXT NOT NULL,
        why_not TEXT NOT NULL,
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL
    ) STRICT;
CREATE INDEX cruciaal_punt_by_case ON cruciaal_punt (case_id);
CREATE TABLE deelnemer (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        organisation_id TEXT NOT NULL,
        function TEXT NOT NULL,
        involved_then INTEGER NOT NULL,
        involved_now INTEGER NOT NULL,
        is_manager INTEGER NOT NULL
    ) STRICT;
CREATE INDEX deelnemer_by_case ON deelnemer (case_id);
CREATE TABLE duidingsverschil (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        about TEXT NOT NULL,
        readings TEXT NOT NULL,
        event_ids TEXT NOT NULL,
        surfaced TEXT NOT NULL,
        consequence TEXT NOT NULL,
        spoken_out TEXT NOT NULL
    ) STRICT;
CREATE INDEX duidingsverschil_by_case ON duidingsverschil (case_id);
CREATE TABLE factor_code (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        factor_id TEXT NOT NULL,
        own_words TEXT NOT NULL,
        kind TEXT NOT NULL,
        layer TEXT NOT NULL,
        event_id TEXT NOT NULL,
        beleving_id TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT;
CREATE INDEX factor_code_by_case ON factor_code (case_id);
CREATE TABLE fase (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        phase TEXT NOT NULL,
        start_precision TEXT NOT NULL,
        start_first TEXT,
        start_last TEXT,
        start_circa INTEGER NOT NULL,
        end_precision TEXT,
        end_first TEXT,
        end_last TEXT,
        end_circa INTEGER,
        ongoing INTEGER NOT NULL,
        occurrence TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT;
CREATE INDEX fase_by_case ON fase (case_id);
CREATE TABLE frisse_blik (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        event_id TEXT NOT NULL,
        viewer TEXT NOT NULL,
        mark TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT;
CREATE INDEX frisse_blik_by_case ON frisse_blik (case_id);
CREATE TABLE gebeurtenis (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        start_precision TEXT NOT NULL,
        start_first TEXT,
        start_last TEXT,
        start_circa INTEGER NOT NULL,
        end_precision TEXT,
        end_first TEXT,
        end_last TEXT,
        end_circa INTEGER,
        ongoing INTEGER NOT NULL,
        occurrence TEXT NOT NULL,
        possible_since_precision TEXT,
        possible_since_first TEXT,
        possible_since_last TEXT,
        possible_since_circa INTEGER,
        fact TEXT NOT NULL,
        fact_status TEXT NOT NULL,
        status_by TEXT NOT NULL,
        source TEXT NOT NULL,
        involved TEXT NOT NULL,
        organisation_ids TEXT NOT NULL,
        knowledge TEXT NOT NULL,
        reported_to TEXT NOT NULL,
        feedback_given TEXT NOT NULL,
        child_present TEXT NOT NULL,
        child_seen TEXT NOT NULL,
        child_spoken TEXT NOT NULL,
        child_spoken_by TEXT NOT NULL,
        instrument TEXT NOT NULL,
        pressure TEXT,
        result TEXT NOT NULL,
        chain_phase TEXT,
        safety_phase TEXT,
        is_risk_moment INTEGER NOT NULL,
        is_pivotal INTEGER NOT NULL,
        is_shown INTEGER NOT NULL,
        added_by TEXT NOT NULL,
        added_on TEXT,
        audience TEXT NOT NULL
    , effect TEXT NOT NULL DEFAULT 'onbekend', added_at TEXT NOT NULL DEFAULT '', legal_ground TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX gebeurtenis_by_case ON gebeurtenis (case_id);
CREATE TABLE leertafel (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        held_on TEXT,
        starts_at INTEGER,
        present TEXT NOT NULL,
        cases TEXT NOT NULL,
        signals TEXT NOT NULL,
        uitvoerders TEXT NOT NULL,
        agenda TEXT NOT NULL,
        progress TEXT NOT NULL,
        begun INTEGER NOT NULL,
        reflections TEXT NOT NULL,
        successes TEXT NOT NULL,
        no_success_reason TEXT NOT NULL,
        knelpunten TEXT NOT NULL,
        begrippen TEXT NOT NULL,
        acties TEXT NOT NULL,
        conclusion TEXT NOT NULL,
        next_on TEXT,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT;
CREATE TABLE les (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        text TEXT NOT NULL,
        explanation TEXT NOT NULL,
        event_ids TEXT NOT NULL,
        level TEXT NOT NULL
    ) STRICT;
CREATE INDEX les_by_case ON les (case_id);
CREATE TABLE naast_elkaar (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        client TEXT NOT NULL,
        professionals TEXT NOT NULL,
        organisation_id TEXT NOT NULL,
        explanation TEXT NOT NULL,
        radertje_id TEXT NOT NULL,
        consent TEXT NOT NULL,
        event_ids TEXT NOT NULL,
        audience TEXT NOT NULL
    ) STRICT;
CREATE INDEX naast_elkaar_by_case ON naast_elkaar (case_id);
CREATE TABLE oefening (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        from_case_id TEXT NOT NULL,
        library_id TEXT NOT NULL,
        about TEXT NOT NULL,
        for_whom TEXT NOT NULL,
        goals TEXT NOT NULL,
        opening TEXT NOT NULL,
        closing TEXT NOT NULL,
        betrokkenen TEXT NOT NULL,
        organisations TEXT NOT NULL,
        events TEXT NOT NULL,
        t0_event_id TEXT NOT NULL,
        roles TEXT NOT NULL,
        rounds TEXT NOT NULL,
        facts TEXT NOT NULL,
        points TEXT NOT NULL,
        branches TEXT NOT NULL,
        questions TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT;
CREATE TABLE onderzoek (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        question TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        literature TEXT NOT NULL,
        places TEXT NOT NULL,
        types_note TEXT NOT NULL,
        household_types TEXT NOT NULL,
        cases TEXT NOT NULL,
        focus_groups TEXT NOT NULL,
        knoppen TEXT NOT NULL,
        conclusion TEXT NOT NULL,
        next_steps TEXT NOT NULL,
        decisions TEXT NOT NULL,
        steps_done TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT;
CREATE TABLE organisatie (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        name TEXT NOT NULL
    ) STRICT;
CREATE INDEX organisatie_by_case ON organisatie (case_id);
CREATE TABLE overlegreeks (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        members TEXT NOT NULL,
        meetings TEXT NOT NULL,
        note TEXT NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT;
CREATE TABLE radertje (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        text TEXT NOT NULL,
        pull TEXT NOT NULL,
        about TEXT NOT NULL,
        betrokkene_id TEXT NOT NULL,
        start_precision TEXT NOT NULL,
        start_first TEXT,
        start_last TEXT,
        start_circa INTEGER NOT NULL,
        end_precision TEXT,
        end_first TEXT,
        end_last TEXT,
        end_circa INTEGER,
        ongoing INTEGER NOT NULL,
        influence TEXT NOT NULL,
        in_sight TEXT NOT NULL,
        consent TEXT NOT NULL,
        event_ids TEXT NOT NULL,
        audience TEXT NOT NULL
    ) STRICT;
CREATE INDEX radertje_by_case ON radertje (case_id);
CREATE TABLE regie (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        kind TEXT NOT NULL,
        holder TEXT NOT NULL,
        organisation_id TEXT NOT NULL,
        start_precision TEXT NOT NULL,
        start_first TEXT,
        start_last TEXT,
        start_circa INTEGER NOT NULL,
        end_precision TEXT,
        end_first TEXT,
        end_last TEXT,
        end_circa INTEGER,
        ongoing INTEGER NOT NULL,
        note TEXT NOT NULL
    ) STRICT;
CREATE INDEX regie_by_case ON regie (case_id);
CREATE TABLE settings (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        rev INTEGER NOT NULL,
        organisation TEXT NOT NULL,
        accent TEXT NOT NULL
    , available TEXT NOT NULL DEFAULT '[]', small_below INTEGER NOT NULL DEFAULT 5) STRICT;
CREATE TABLE speelbeurt (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        exercise_id TEXT NOT NULL,
        from_case_id TEXT NOT NULL,
        held_on TEXT,
        starts_at INTEGER,
        tables TEXT NOT NULL,
        place INTEGER NOT NULL,
        choices TEXT NOT NULL,
        differences TEXT NOT NULL,
        conclusion TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT;
CREATE TABLE spoor (
        id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        rev INTEGER NOT NULL,
        mark TEXT NOT NULL,
        PRIMARY KEY (id, rev, mark)
    ) STRICT;
CREATE TABLE steekproef (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        question TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        municipality TEXT NOT NULL,
        period_from TEXT,
        period_to TEXT,
        drawn_by TEXT NOT NULL,
        drawn_how TEXT NOT NULL,
        drawn_from INTEGER,
        cases TEXT NOT NULL,
        evaluated_on TEXT,
        present TEXT NOT NULL,
        conclusion TEXT NOT NULL,
        acties TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT;
CREATE TABLE terugkoppeling (
        id TEXT PRIMARY KEY NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        created_on TEXT,
        district TEXT NOT NULL,
        period_from TEXT,
        period_to TEXT,
        told_on TEXT,
        learned TEXT NOT NULL,
        needed TEXT NOT NULL,
        note TEXT NOT NULL,
        left_out_ids TEXT NOT NULL,
        versions INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_on TEXT,
        read_unread TEXT NOT NULL,
        read_cleared TEXT NOT NULL,
        read_alterations TEXT NOT NULL
    ) STRICT;
CREATE TABLE tombstone (
        id TEXT PRIMARY KEY NOT NULL,
        record_type TEXT NOT NULL,
        case_id TEXT NOT NULL,
        rev INTEGER NOT NULL,
        deleted_at TEXT NOT NULL
    ) STRICT;
CREATE TABLE uitgave (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        kind TEXT NOT NULL,
        form TEXT NOT NULL,
        version INTEGER NOT NULL,
        made_on TEXT NOT NULL,
        state TEXT NOT NULL,
        title TEXT NOT NULL,
        hidden INTEGER NOT NULL,
        total INTEGER NOT NULL,
        case_rev INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        pages INTEGER NOT NULL
    ) STRICT;
CREATE INDEX uitgave_by_case ON uitgave (case_id);
CREATE TABLE uitgave_inhoud (
        uitgave_id TEXT PRIMARY KEY NOT NULL REFERENCES uitgave (id),
        data BLOB NOT NULL
    ) STRICT;
CREATE TABLE veiligheidscijfer (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        moment_precision TEXT NOT NULL,
        moment_first TEXT,
        moment_last TEXT,
        moment_circa INTEGER NOT NULL,
        score REAL NOT NULL,
        betrokkene_id TEXT NOT NULL,
        organisation_ids TEXT NOT NULL,
        jointly TEXT NOT NULL,
        at_closing INTEGER NOT NULL,
        note TEXT NOT NULL
    ) STRICT;
CREATE INDEX veiligheidscijfer_by_case ON veiligheidscijfer (case_id);
CREATE TABLE verbeteractie (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES casus (id),
        rev INTEGER NOT NULL,
        seq REAL NOT NULL,
        text TEXT NOT NULL,
        lesson_id TEXT NOT NULL,
        outcome TEXT NOT NULL,
        level TEXT NOT NULL,
        asked TEXT,
        owner TEXT NOT NULL,
        owner_function TEXT NOT NULL,
        owner_at_table TEXT NOT NULL,
        keeper TEXT NOT NULL,
        feasible TEXT NOT NULL,
        due TEXT,
        status TEXT NOT NULL
    , scale TEXT, log TEXT NOT NULL DEFAULT '[]', body TEXT NOT NULL DEFAULT '', escalations TEXT NOT NULL DEFAULT '[]', promise TEXT NOT NULL DEFAULT '', knelpunt_id TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX verbeteractie_by_case ON verbeteractie (case_id);
CREATE TABLE vernietiging (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL,
        rev INTEGER NOT NULL,
        code TEXT NOT NULL,
        begun_on TEXT NOT NULL,
        finished_on TEXT,
        function TEXT NOT NULL,
        ground TEXT NOT NULL,
        keep_until TEXT,
        removed TEXT NOT NULL,
        issued TEXT NOT NULL,
        backups INTEGER NOT NULL
    ) STRICT;
CREATE TABLE zitting (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        computer TEXT NOT NULL,
        begonnen TEXT NOT NULL,
        laatst_opgeslagen TEXT NOT NULL,
        gesloten INTEGER NOT NULL
    ) STRICT;
