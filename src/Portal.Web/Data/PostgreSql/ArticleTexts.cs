namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// Titles and texts of articles once more, with the pairs of signs that they hold, as <see cref="CaseTexts"/> are of
/// cases: behind the wall no index of a text is ever used. Nobody may read it but one function of the owner's, which
/// gives ids alone; drafts are among them, and who sees what is asked behind the wall (ADR 0133, 0144).
/// </summary>
internal static class ArticleTexts
{
    public const string Table = "ArticleTexts";
    private const string Filled = "filled";
    private const string Find = "portal_find_articles";
    private const string Keep = "portal_keep_article";
    private const string Gone = "portal_forget_article";

    /// <param name="versions">Name of the table of the articles' languages.</param>
    /// <param name="tenants">Of the tenants.</param>
    public static IEnumerable<SchemaPart> Parts(string versions, string tenants) =>
    [
        SchemaPart.Of(Table, IsMissing, Make, $"\"{Table}\"", new[] { FindBody, KeepBody, GoneBody }, new[] { Find, Keep, Gone }),
        CaseTexts.Triggers(versions, Keep, Gone, """UPDATE OF "TitleKey", "TextKey" """, ""),
        SchemaPart.Of("article texts", $"SELECT obj_description(to_regclass($1)) IS DISTINCT FROM '{Filled}'", Fill(versions, tenants),
            $"\"{Table}\""),
    ];

    private const string IsMissing = """
        SELECT NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = to_regclass($1) AND c.relrowsecurity)
          OR to_regclass('public."IX_ArticleTexts_Grams"') IS NULL
          OR (SELECT count(*) FROM pg_proc f WHERE f.pronamespace = 'public'::regnamespace AND f.proname::text = ANY ($3)
            AND f.prosrc = ANY ($2) AND f.prosecdef AND NOT has_function_privilege('public', f.oid, 'EXECUTE')) <> cardinality($3)
        """;

    // Behind row-level security for everybody but its owner, whose function compares the tenants.
    private const string Make = $"""
        CREATE TABLE IF NOT EXISTS "{Table}" (
          "TenantId" uuid NOT NULL,
          "ArticleId" uuid NOT NULL,
          "Language" text NOT NULL,
          "Key" text COLLATE "C" NOT NULL,
          "Grams" integer[] NOT NULL,
          CONSTRAINT "PK_{Table}" PRIMARY KEY ("TenantId", "ArticleId", "Language"));
        ALTER TABLE "{Table}" ENABLE ROW LEVEL SECURITY;
        CREATE INDEX IF NOT EXISTS "IX_ArticleTexts_Grams" ON "{Table}" USING gin ("Grams") WITH (gin_pending_list_limit = 256);
        CREATE OR REPLACE FUNCTION {Find}(word text, tenants uuid[]) RETURNS SETOF uuid
        LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = public, pg_temp
        SET plan_cache_mode = force_custom_plan SET jit = off AS $body${FindBody}$body$;
        CREATE OR REPLACE FUNCTION {Keep}() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body${KeepBody}$body$;
        CREATE OR REPLACE FUNCTION {Gone}() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body${GoneBody}$body$;
        REVOKE ALL ON FUNCTION {Find}, {Keep}, {Gone} FROM PUBLIC;
        """;

    private const string FindBody = """

        DECLARE
          one uuid;
          wanted integer[];
        BEGIN
          FOREACH one IN ARRAY coalesce(string_to_array(nullif(current_setting('portal.tenants', true), ''), ',')::uuid[], '{}') LOOP
            CONTINUE WHEN one <> ALL (tenants);
            wanted := portal_grams(one, word);
            IF cardinality(wanted) = 0 THEN
              RETURN QUERY SELECT DISTINCT t."ArticleId" FROM "ArticleTexts" t WHERE t."TenantId" = one AND strpos(t."Key", word) > 0;
            ELSE
              RETURN QUERY SELECT DISTINCT t."ArticleId" FROM "ArticleTexts" t
                WHERE t."TenantId" = one AND t."Grams" @> wanted AND strpos(t."Key", word) > 0;
            END IF;
          END LOOP;
        END
        """;

    // Between title and text stands what is in no word.
    private const string KeepBody = """

        BEGIN
          INSERT INTO "ArticleTexts" ("TenantId", "ArticleId", "Language", "Key", "Grams")
          VALUES (NEW."TenantId", NEW."ArticleId", NEW."Language", NEW."TitleKey" || chr(10) || NEW."TextKey",
            portal_grams(NEW."TenantId", NEW."TitleKey" || chr(10) || NEW."TextKey"))
          ON CONFLICT ("TenantId", "ArticleId", "Language") DO UPDATE SET "Key" = excluded."Key", "Grams" = excluded."Grams";
          RETURN NULL;
        END
        """;

    private const string GoneBody = """

        BEGIN
          DELETE FROM "ArticleTexts" WHERE "TenantId" = OLD."TenantId" AND "ArticleId" = OLD."ArticleId" AND "Language" = OLD."Language";
          RETURN NULL;
        END
        """;

    // The owner, too, sees only the rows of tenants that the setting names.
    private static string Fill(string versions, string tenants) => $"""
        DO $fill$
        BEGIN
          IF obj_description('"{Table}"'::regclass) IS NOT DISTINCT FROM '{Filled}' THEN
            RETURN;
          END IF;
          PERFORM set_config('portal.tenants', coalesce((SELECT string_agg("Id"::text, ',') FROM "{tenants}"), ''), true);
          INSERT INTO "{Table}" ("TenantId", "ArticleId", "Language", "Key", "Grams")
            SELECT v."TenantId", v."ArticleId", v."Language", v."TitleKey" || chr(10) || v."TextKey",
              portal_grams(v."TenantId", v."TitleKey" || chr(10) || v."TextKey")
            FROM "{versions}" v
          ON CONFLICT DO NOTHING;
          COMMENT ON TABLE "{Table}" IS '{Filled}';
        END $fill$;
        """;
}
