"""Zicht op de praktijk: talks, samples, leertafels, meetings, terugkoppeling, and their actions."""
