using Npgsql;
using NpgsqlTypes;
using Portal.Rules.Cases;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Lists;

namespace Portal.Benchmarks.Worlds;

/// <summary>
/// Cases of one tenant: half of them of the contract whose manager is signed in, the rest of 999 others; three
/// entries each. A frequent word is in one text of seven, a rare one in one of some thousands.
/// </summary>
internal sealed class CaseWorld(PrivatePostgres postgres)
{
    public const string Frequent = "請求";
    public const string Rare = "錨泊";
    public const string Long = "ジブラルタル海峡";
    private const string Texts = """ "CaseTexts" ("TenantId", "ContractId", "CaseId", "SourceId", "Key", "Grams") """;
    private const int Others = 999;
    public const int EntriesOfACase = 3;
    private const int Many = 500_000;
    private const int RareEvery = 2_500;

    private static readonly string[] Sentences =
    [
        "ご連絡ありがとうございます。", "設定を変更したところ、接続できるようになりました。", "ログを添付しますので、ご確認ください。",
        "再起動しても同じ画面になります。", "検知したアラートの内容を教えてください。", "担当者が不在のため、来週回答します。",
        "手順書のとおりに作業しました。", "証明書の期限が近づいています。",
    ];

    private static readonly DateTime First = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The other contracts, and cases for the tenant.</summary>
    public async Task PrepareAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            INSERT INTO "Contracts" (SELECT (made.contract).* FROM (
              SELECT jsonb_populate_record(c, jsonb_build_object('Id', gen_random_uuid(), 'Number', 'K-' || lpad(n::text, 6, '0')))
                AS contract FROM "Contracts" c, generate_series(1, {Others}) n WHERE c."Number" = 'C-000001') made);
            UPDATE "Tenants" SET "Version" = "Version" + 1, "ProfileEdited" = true,
              "Profile" = jsonb_set("Profile"::jsonb, ARRAY['features'],
              ("Profile"::jsonb -> 'features') || '["cases"]'::jsonb)::text WHERE "Slug" = 'control'
            """;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The cases of these numbers.</summary>
    /// <returns>How long the rows took, with their index.</returns>
    public async Task<TimeSpan> FillAsync(int from, int until)
    {
        await using var connection = await OpenAsync();
        var tenant = await ReadAsync(connection, """SELECT "Id" FROM "Tenants" WHERE "Slug" = 'control'""");
        var own = await ReadAsync(connection, """SELECT "Id" FROM "Contracts" WHERE "Number" = 'C-000001'""");
        var author = await ReadAsync(connection, $"""SELECT "Id" FROM "Users" WHERE "UserName" = '{PortalWorld.Manager}'""");
        var others = await OthersAsync(connection);
        var began = TimeProvider.System.GetTimestamp();
        if (until - from >= Many)
        {
            // As whoever fills a table beforehand does: an index of texts is made faster than it is kept.
            await ExecuteAsync(connection, """DROP INDEX "IX_CaseTexts_Grams" """);
        }

        var grams = await TextGrams.OfAsync(connection, tenant);
        int[] cases = [.. Enumerable.Range(from, until - from)];
        int[] entries = [.. Enumerable.Range(from * EntriesOfACase, cases.Length * EntriesOfACase)];
        CaseSeed Seed(int number) => new(number, number % 2 == 0 ? own : others[number % others.Count]);
        await Bulk.CopyAsync(OpenAsync, """
            "Cases" ("TenantId", "Id", "Number", "ContractId", "Kind", "Priority", "Subject", "SubjectKey", "Status", "AuthorId",
              "AuthorName", "AuthorKana", "IsConfidential", "CreatedAt", "UpdatedAt", "ClosedAt", "EntryCount", "Version")
            """, cases, (copy, number) => Seed(number).WriteAsync(copy, tenant, author));
        await Bulk.CopyAsync(OpenAsync, """
            "CaseEntries" ("TenantId", "Id", "CaseId", "Order", "Kind", "IsInternal", "Side", "AuthorName", "At", "Source",
              "SearchKey", "Html", "FileCount")
            """, entries, (copy, number) => WriteEntryAsync(copy, tenant, number));
        await Bulk.CopyAsync(OpenAsync, Texts, cases, (copy, number) =>
            WriteTextAsync(copy, tenant, Seed(number), CaseId(number), Seed(number).Subject, grams));
        await Bulk.CopyAsync(OpenAsync, Texts, entries, (copy, number) =>
            WriteTextAsync(copy, tenant, Seed(number / EntriesOfACase), EntryId(number), Text(number), grams));
        await Bulk.CompareAsync(connection, "CaseTexts");
        if (until - from >= Many)
        {
            await ExecuteAsync(connection, """
                SET maintenance_work_mem = '2GB';
                CREATE INDEX "IX_CaseTexts_Grams" ON "CaseTexts" USING gin ("Grams") WITH (gin_pending_list_limit = 256)
                """);
        }

        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <summary>Those of the signed-in people's contract can be commented on, by all of them.</summary>
    public async Task OpenAgainAsync()
    {
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, $"""
            UPDATE "Cases" SET "Status" = '{nameof(CaseStatus.InProgress)}', "ClosedAt" = NULL, "IsConfidential" = false
            WHERE "ContractId" = (SELECT "Id" FROM "Contracts" WHERE "Number" = 'C-000001')
            """);
    }

    /// <summary>As the application's role, which stands behind the wall, and in its order.</summary>
    /// <returns>
    /// Milliseconds of each search: a page's rows among the newest cases, and where they are not enough, what the index
    /// finds, counted up to a limit.
    /// </returns>
    public async Task<IReadOnlyList<double>> SearchAsync(Func<int, string> word, bool ofContract, int times)
    {
        await using var connection = await OpenAsync();
        var tenant = await ReadAsync(connection, """SELECT "Id" FROM "Tenants" WHERE "Slug" = 'control'""");
        var own = await ReadAsync(connection, """SELECT "Id" FROM "Contracts" WHERE "Number" = 'C-000001'""");
        await using var application = new NpgsqlConnection(postgres.AppConnectionString());
        await application.OpenAsync();
        var measured = new List<double>();
        for (var i = 0; i < times; i++)
        {
            await using var transaction = await application.BeginTransactionAsync();
            await using var wall = new NpgsqlCommand("SELECT set_config('portal.tenants', $1, true)", application);
            wall.Parameters.Add(new NpgsqlParameter { Value = tenant.ToString() });
            await wall.ExecuteNonQueryAsync();
            var began = TimeProvider.System.GetTimestamp();
            if (await CountAsync("""
                SELECT count(*) FROM (SELECT FROM (SELECT * FROM "Cases" c WHERE c."TenantId" = $1
                    AND ($2::uuid IS NULL OR c."ContractId" = $2) ORDER BY c."UpdatedAt" DESC, c."Id" LIMIT 1000) near
                  WHERE strpos(near."SubjectKey", $3) > 0 OR EXISTS (SELECT FROM "CaseEntries" e WHERE e."TenantId" = $1
                    AND e."CaseId" = near."Id" AND NOT e."IsInternal" AND strpos(e."SearchKey", $3) > 0) LIMIT 21) few
                """, i) <= ListPages.UsualSize)
            {
                await CountAsync("""
                    SELECT count(*) FROM (SELECT FROM "Cases" c WHERE c."TenantId" = $1 AND ($2::uuid IS NULL OR c."ContractId" = $2)
                      AND c."Id" IN (SELECT found FROM portal_find_cases($3, $2, ARRAY[$1]) AS found) LIMIT 10001) few
                    """, i);
            }

            measured.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        return measured;

        async Task<long> CountAsync(string sql, int time)
        {
#pragma warning disable CA2100 // constants above
            await using var command = new NpgsqlCommand(sql, application);
#pragma warning restore CA2100
            command.Parameters.Add(new NpgsqlParameter { Value = tenant });
            command.Parameters.Add(new NpgsqlParameter { Value = ofContract ? own : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
            command.Parameters.Add(new NpgsqlParameter { Value = word(time) });
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(postgres.SuperuserConnectionString(PostgresRoles.Database));
        await connection.OpenAsync();
        return connection;
    }

    private static Guid CaseId(int number) => Bulk.Id(First.AddMinutes(number), 0, number);

    private static Guid EntryId(int number) => Bulk.Id(EntryAt(number), 1, number);

    private static DateTime EntryAt(int number) =>
        First.AddMinutes(number / EntriesOfACase).AddSeconds(number % EntriesOfACase);

    private static async Task WriteTextAsync(NpgsqlBinaryImporter copy, Guid tenant, CaseSeed seed, Guid source, string text,
        TextGrams grams)
    {
        var key = CanonicalText.SearchKey(text);
        await copy.WriteAsync(tenant, NpgsqlDbType.Uuid);
        await copy.WriteAsync(seed.Contract, NpgsqlDbType.Uuid);
        await copy.WriteAsync(CaseId(seed.Number), NpgsqlDbType.Uuid);
        await copy.WriteAsync(source, NpgsqlDbType.Uuid);
        await copy.WriteAsync(key, NpgsqlDbType.Text);
        await grams.WriteAsync(copy, key);
    }

    private static async Task WriteEntryAsync(NpgsqlBinaryImporter copy, Guid tenant, int number)
    {
        var text = Text(number);
        var at = EntryAt(number);
        await copy.WriteAsync(tenant, NpgsqlDbType.Uuid);
        await copy.WriteAsync(EntryId(number), NpgsqlDbType.Uuid);
        await copy.WriteAsync(CaseId(number / EntriesOfACase), NpgsqlDbType.Uuid);
        await copy.WriteAsync((number % EntriesOfACase) + 1, NpgsqlDbType.Integer);
        await copy.WriteAsync(nameof(CaseEntryKind.Comment), NpgsqlDbType.Text);
        await copy.WriteAsync(false, NpgsqlDbType.Boolean);
        await copy.WriteAsync((number % 2 == 0 ? CaseSide.Customer : CaseSide.Agent).ToString(), NpgsqlDbType.Text);
        await copy.WriteAsync("計測 太郎", NpgsqlDbType.Text);
        await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(text, NpgsqlDbType.Text);
        await copy.WriteAsync(CanonicalText.SearchKey(text), NpgsqlDbType.Text);
        await copy.WriteAsync($"<p>{text}</p>", NpgsqlDbType.Text);
        await copy.WriteAsync(0, NpgsqlDbType.Integer);
    }

    /// <summary>About 133 signs.</summary>
    private static string Text(int number)
    {
        var words = Enumerable.Range(0, 6).Select(i => Sentences[(number + (i * i * 7) + (number / 8 * i)) % Sentences.Length]);
        return string.Concat(words) + $"受付番号 {number:0000000}。"
            + (number % 7 == 0 ? $"{Frequent}書の件です。" : "")
            + (number % RareEvery == 0 ? $"{Rare}の{Long}です。" : "");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<Guid> ReadAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        return (Guid)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<List<Guid>> OthersAsync(NpgsqlConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Id" FROM "Contracts" WHERE "Number" LIKE 'K-%'""";
        var found = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }

    private sealed record CaseSeed(int Number, Guid Contract)
    {
        // As a desk that works: nearly all are closed.
        private CaseStatus Status => Number % 33 == 0 ? (CaseStatus)(Number / 33 % 4) : CaseStatus.Closed;

        public string Subject => $"{Sentences[Number % Sentences.Length].TrimEnd('。')} {Number}";

        public async Task WriteAsync(NpgsqlBinaryImporter copy, Guid tenant, Guid author)
        {
            var at = First.AddMinutes(Number);
            await copy.WriteAsync(tenant, NpgsqlDbType.Uuid);
            await copy.WriteAsync(CaseId(Number), NpgsqlDbType.Uuid);
            await copy.WriteAsync(Number + 1, NpgsqlDbType.Integer);
            await copy.WriteAsync(Contract, NpgsqlDbType.Uuid);
            await copy.WriteAsync((Number % 20 == 0 ? CaseKind.ReportDelivery : CaseKind.Alert).ToString(), NpgsqlDbType.Text);
            await copy.WriteAsync(nameof(CasePriority.Normal), NpgsqlDbType.Text);
            await copy.WriteAsync(Subject, NpgsqlDbType.Text);
            await copy.WriteAsync(CanonicalText.SearchKey(Subject), NpgsqlDbType.Text);
            await copy.WriteAsync(Status.ToString(), NpgsqlDbType.Text);
            await WriteAuthorAsync(copy, author);
            await copy.WriteAsync(Number % 50 == 0, NpgsqlDbType.Boolean);
            await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(at.AddSeconds(EntriesOfACase), NpgsqlDbType.TimestampTz);
            await (Status == CaseStatus.Closed ? copy.WriteAsync(at.AddDays(1), NpgsqlDbType.TimestampTz) : copy.WriteNullAsync());
            await copy.WriteAsync(EntriesOfACase, NpgsqlDbType.Integer);
            await copy.WriteAsync(EntriesOfACase, NpgsqlDbType.Integer);
        }

        private async Task WriteAuthorAsync(NpgsqlBinaryImporter copy, Guid author)
        {
            await (Number % 10 == 0 ? copy.WriteAsync(author, NpgsqlDbType.Uuid) : copy.WriteNullAsync());
            await copy.WriteAsync("計測 太郎", NpgsqlDbType.Text);
            await copy.WriteAsync("ケイソク タロウ", NpgsqlDbType.Text);
        }
    }
}
