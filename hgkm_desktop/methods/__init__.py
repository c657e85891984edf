"""What the methods compute of cases: from records to results, without screen, paper or file."""
