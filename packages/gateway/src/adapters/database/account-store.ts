/**
 * Officers' accounts and sessions in PostgreSQL.
 */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Account, AccountStore, Role, SessionStore } from '../../ports/account-store.js';
import type { Tables } from './tables.js';

export function createAccountStore(db: Kysely<Tables>): AccountStore {
  return {
    async put({ login, name, roles, agencyCode, passwordHash }, at) {
      const facts = {
        name,
        roles: roles.join(','),
        agency_code: agencyCode ?? null,
        password_hash: passwordHash,
        disabled_at: null,
      };
      const row = await db
        .insertInto('account')
        .values({ id: randomUUID(), login, created_at: at, ...facts })
        .onConflict((conflict) => conflict.column('login').doUpdateSet(facts))
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
    async find(login) {
      const row = await db
        .selectFrom('account')
        .selectAll()
        .where('login', '=', login)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      return row && { ...toAccount(row), passwordHash: row.password_hash };
    },
    async disable(login, at) {
      const done = await db
        .updateTable('account')
        .set({ disabled_at: at })
        .where('login', '=', login)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
  };
}

export function createSessionStore(db: Kysely<Tables>): SessionStore {
  return {
    async open(tokenHash, accountId, at) {
      await db
        .insertInto('session')
        .values({ token_hash: tokenHash, account_id: accountId, created_at: at, seen_at: at })
        .execute();
    },
    async find(tokenHash) {
      const row = await db
        .selectFrom('session')
        .innerJoin('account', 'account.id', 'session.account_id')
        .select(['account.id', 'login', 'name', 'roles', 'agency_code', 'session.created_at', 'seen_at'])
        .where('token_hash', '=', tokenHash)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      return row && { account: toAccount(row), createdAt: row.created_at, seenAt: row.seen_at };
    },
    async touch(tokenHash, at) {
      await db.updateTable('session').set({ seen_at: at }).where('token_hash', '=', tokenHash).execute();
    },
    async close(tokenHash) {
      await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
    },
    async removeUnseenSince(time) {
      const gone = await db.deleteFrom('session').where('seen_at', '<', time).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

interface AccountRow {
  id: string;
  login: string;
  name: string;
  roles: string;
  agency_code: string | null;
}

function toAccount({ id, login, name, roles, agency_code: agencyCode }: AccountRow): Account {
  return {
    id,
    login,
    name,
    roles: roles.split(',') as Role[],
    ...(agencyCode === null ? {} : { agencyCode }),
  };
}
