/* SPDX-License-Identifier: GPL-2.0-or-later */
struct aead_request {
	void *iv;
};
