namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// What customers read of cases, once more, with the pairs of signs that it holds: LIKE is not leakproof, so behind the
/// wall no index of a text is ever used. Triggers keep it; nobody may read it but one function of the owner's, which
/// compares the tenants that the caller sees itself and gives ids alone, to be looked up behind the wall (ADR 0133).
/// </summary>
internal static class CaseTexts
{
    public const string Table = "CaseTexts";

    /// <summary>Says that what was there before the triggers is in it.</summary>
    private const string Filled = "filled";

    private const string Find = "portal_find_cases";
    private const string Grams = "portal_grams";
    private const string OfCase = "portal_keep_case";
    private const string OfEntry = "portal_keep_entry";
    private const string Gone = "portal_forget_text";

    /// <param name="cases">Name of the table of cases.</param>
    /// <param name="entries">Of what is said about them.</param>
    /// <param name="tenants">Of the tenants.</param>
    public static IEnumerable<SchemaPart> Parts(string cases, string entries, string tenants)
    {
        string[] bodies = [FindBody, GramsBody, OfCaseBody, OfEntryBody(cases), GoneBody];
        return
        [
            SchemaPart.Of(Table, IsMissing, Make(cases), $"\"{Table}\"", bodies, new[] { Find, Grams, OfCase, OfEntry, Gone }),
            Triggers(cases, OfCase, Gone, """UPDATE OF "SubjectKey", "ContractId" """, ""),
            Triggers(entries, OfEntry, Gone, """UPDATE OF "SearchKey", "IsInternal" """,
                """WHEN (NEW."SearchKey" IS NOT NULL AND NOT NEW."IsInternal")"""),
            SchemaPart.Of("case texts", $"SELECT obj_description(to_regclass($1)) IS DISTINCT FROM '{Filled}'",
                Fill(cases, entries, tenants), $"\"{Table}\""),
        ];
    }

    private const string IsMissing = """
        SELECT NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = to_regclass($1) AND c.relrowsecurity)
          OR to_regclass('public."IX_CaseTexts_Grams"') IS NULL OR to_regclass('public."IX_CaseTexts_TenantId_ContractId"') IS NULL
          OR (SELECT count(*) FROM pg_proc f WHERE f.pronamespace = 'public'::regnamespace AND f.proname::text = ANY ($3)
            AND f.prosrc = ANY ($2) AND f.prosecdef = (f.proname <> 'portal_grams')
            AND NOT has_function_privilege('public', f.oid, 'EXECUTE')) <> cardinality($3)
        """;

    // Behind row-level security for everybody but its owner, whose function compares the tenants.
    private static string Make(string cases) => $"""
        CREATE TABLE IF NOT EXISTS "{Table}" (
          "TenantId" uuid NOT NULL,
          "ContractId" uuid NOT NULL,
          "CaseId" uuid NOT NULL,
          "SourceId" uuid NOT NULL,
          "Key" text COLLATE "C" NOT NULL,
          "Grams" integer[] NOT NULL,
          CONSTRAINT "PK_{Table}" PRIMARY KEY ("TenantId", "SourceId"));
        ALTER TABLE "{Table}" ENABLE ROW LEVEL SECURITY;
        CREATE INDEX IF NOT EXISTS "IX_CaseTexts_TenantId_ContractId" ON "{Table}" ("TenantId", "ContractId");
        CREATE INDEX IF NOT EXISTS "IX_CaseTexts_Grams" ON "{Table}" USING gin ("Grams") WITH (gin_pending_list_limit = 256);
        CREATE OR REPLACE FUNCTION {Grams}(tenant uuid, key text) RETURNS integer[]
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public, pg_temp AS $body${GramsBody}$body$;
        CREATE OR REPLACE FUNCTION {Find}(word text, contract uuid, tenants uuid[]) RETURNS SETOF uuid
        LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = public, pg_temp
        SET plan_cache_mode = force_custom_plan SET jit = off AS $body${FindBody}$body$;
        CREATE OR REPLACE FUNCTION {OfCase}() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body${OfCaseBody}$body$;
        CREATE OR REPLACE FUNCTION {OfEntry}() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body${OfEntryBody(cases)}$body$;
        CREATE OR REPLACE FUNCTION {Gone}() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body${GoneBody}$body$;
        REVOKE ALL ON FUNCTION {Find}, {Grams}, {OfCase}, {OfEntry}, {Gone} FROM PUBLIC;
        """;

    /// <param name="table">Whose texts are kept.</param>
    /// <param name="keeps">Function for what is new or changed.</param>
    /// <param name="gone">For what is deleted.</param>
    /// <param name="change">Which changes concern it.</param>
    /// <param name="when">Which new rows do; empty for all.</param>
    public static SchemaPart Triggers(string table, string keeps, string gone, string change, string when) => SchemaPart.Of(
        $"{table} texts",
        """
        SELECT count(*) <> 3 FROM pg_trigger
        WHERE tgrelid = to_regclass($1) AND tgname IN ('keep_new_text', 'keep_text', 'forget_text') AND tgenabled = 'O'
        """,
        $"""
        DROP TRIGGER IF EXISTS keep_new_text ON "{table}";
        DROP TRIGGER IF EXISTS keep_text ON "{table}";
        DROP TRIGGER IF EXISTS forget_text ON "{table}";
        CREATE TRIGGER keep_new_text AFTER INSERT ON "{table}" FOR EACH ROW {when} EXECUTE FUNCTION {keeps}();
        CREATE TRIGGER keep_text AFTER {change} ON "{table}" FOR EACH ROW EXECUTE FUNCTION {keeps}();
        CREATE TRIGGER forget_text AFTER DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION {gone}();
        """,
        $"\"{table}\"");

    /// <summary>
    /// Pairs of signs of which one is no ASCII, and triples of ASCII letters and digits: each says something in its
    /// language. A text holds all of them that a word in it holds. They are mixed with the tenant, so that a pair that
    /// is frequent with others costs this one nothing.
    /// </summary>
    private const string GramsBody = """

        SELECT coalesce(array_agg(DISTINCT gram # uuid_hash(tenant)), '{}')
        FROM (SELECT array(SELECT ascii(sign) FROM unnest(string_to_array(key, NULL)) AS sign) AS signs OFFSET 0) AS text,
          LATERAL generate_series(1, cardinality(signs) - 1) AS at,
          LATERAL (SELECT signs[at] AS a, signs[at + 1] AS b, signs[at + 2] AS c) AS near,
          LATERAL (SELECT CASE
            WHEN a < 128 AND b < 128 THEN
              CASE WHEN (a BETWEEN 48 AND 57 OR a BETWEEN 97 AND 122) AND (b BETWEEN 48 AND 57 OR b BETWEEN 97 AND 122)
                AND (c BETWEEN 48 AND 57 OR c BETWEEN 97 AND 122) THEN (a << 14) | (b << 7) | c END
            WHEN a > 32 AND b > 32 THEN (((a::bigint << 16) # b) & 2147483647)::integer
            END AS gram) AS made
        WHERE gram IS NOT NULL
        """;

    // What is found is compared itself: a text may hold all pairs of a word, and not the word. A word without any goes
    // through the texts one by one. No limit here: who may see what is found is asked afterwards.
    private const string FindBody = """

        DECLARE
          one uuid;
          wanted integer[];
        BEGIN
          FOREACH one IN ARRAY coalesce(string_to_array(nullif(current_setting('portal.tenants', true), ''), ',')::uuid[], '{}') LOOP
            CONTINUE WHEN one <> ALL (tenants);
            wanted := portal_grams(one, word);
            IF cardinality(wanted) = 0 THEN
              RETURN QUERY SELECT DISTINCT t."CaseId" FROM "CaseTexts" t
                WHERE t."TenantId" = one AND (contract IS NULL OR t."ContractId" = contract) AND strpos(t."Key", word) > 0;
            ELSE
              RETURN QUERY SELECT DISTINCT t."CaseId" FROM "CaseTexts" t
                WHERE t."TenantId" = one AND (contract IS NULL OR t."ContractId" = contract) AND t."Grams" @> wanted
                  AND strpos(t."Key", word) > 0;
            END IF;
          END LOOP;
        END
        """;

    private const string OfCaseBody = """

        BEGIN
          INSERT INTO "CaseTexts" ("TenantId", "ContractId", "CaseId", "SourceId", "Key", "Grams")
          VALUES (NEW."TenantId", NEW."ContractId", NEW."Id", NEW."Id", NEW."SubjectKey",
            portal_grams(NEW."TenantId", NEW."SubjectKey"))
          ON CONFLICT ("TenantId", "SourceId") DO UPDATE SET "Key" = excluded."Key", "Grams" = excluded."Grams";
          IF TG_OP = 'UPDATE' THEN
            UPDATE "CaseTexts" SET "ContractId" = NEW."ContractId"
            WHERE "TenantId" = NEW."TenantId" AND "ContractId" = OLD."ContractId" AND "CaseId" = NEW."Id"
              AND "ContractId" <> NEW."ContractId";
          END IF;
          RETURN NULL;
        END
        """;

    // What is internal is not among them, whoever asks (CASE-4).
    private static string OfEntryBody(string cases) => $"""

        DECLARE
          contract uuid;
        BEGIN
          IF NEW."SearchKey" IS NULL OR NEW."IsInternal" THEN
            DELETE FROM "{Table}" WHERE "TenantId" = NEW."TenantId" AND "SourceId" = NEW."Id";
            RETURN NULL;
          END IF;
          SELECT t."ContractId" INTO contract FROM "{Table}" t WHERE t."TenantId" = NEW."TenantId" AND t."SourceId" = NEW."CaseId";
          IF NOT FOUND THEN
            SELECT c."ContractId" INTO STRICT contract FROM "{cases}" c WHERE c."TenantId" = NEW."TenantId" AND c."Id" = NEW."CaseId";
          END IF;
          INSERT INTO "{Table}" ("TenantId", "ContractId", "CaseId", "SourceId", "Key", "Grams")
          VALUES (NEW."TenantId", contract, NEW."CaseId", NEW."Id", NEW."SearchKey", portal_grams(NEW."TenantId", NEW."SearchKey"))
          ON CONFLICT ("TenantId", "SourceId") DO UPDATE SET "Key" = excluded."Key", "Grams" = excluded."Grams";
          RETURN NULL;
        END
        """;

    private const string GoneBody = """

        BEGIN
          DELETE FROM "CaseTexts" WHERE "TenantId" = OLD."TenantId" AND "SourceId" = OLD."Id";
          RETURN NULL;
        END
        """;

    // The owner, too, sees only the rows of tenants that the setting names.
    private static string Fill(string cases, string entries, string tenants) => $"""
        DO $fill$
        BEGIN
          IF obj_description('"{Table}"'::regclass) IS NOT DISTINCT FROM '{Filled}' THEN
            RETURN;
          END IF;
          PERFORM set_config('portal.tenants', coalesce((SELECT string_agg("Id"::text, ',') FROM "{tenants}"), ''), true);
          INSERT INTO "{Table}" ("TenantId", "ContractId", "CaseId", "SourceId", "Key", "Grams")
            SELECT c."TenantId", c."ContractId", c."Id", c."Id", c."SubjectKey", portal_grams(c."TenantId", c."SubjectKey")
            FROM "{cases}" c
            UNION ALL
            SELECT e."TenantId", c."ContractId", e."CaseId", e."Id", e."SearchKey", portal_grams(e."TenantId", e."SearchKey")
            FROM "{entries}" e JOIN "{cases}" c ON c."TenantId" = e."TenantId" AND c."Id" = e."CaseId"
            WHERE e."SearchKey" IS NOT NULL AND NOT e."IsInternal"
          ON CONFLICT DO NOTHING;
          COMMENT ON TABLE "{Table}" IS '{Filled}';
        END $fill$;
        """;
}
