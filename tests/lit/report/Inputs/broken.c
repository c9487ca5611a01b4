// SPDX-License-Identifier: GPL-2.0-or-later
/* An error that survives. */
int broken(void) { return missing; }
