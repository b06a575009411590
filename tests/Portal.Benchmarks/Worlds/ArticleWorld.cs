using Npgsql;
using NpgsqlTypes;
using Portal.Rules.Knowledge;
using Portal.Rules.Text;
using Portal.Web.Data.PostgreSql;

namespace Portal.Benchmarks.Worlds;

/// <summary>
/// Articles of the tenant of <see cref="CaseWorld"/>, of some 600 signs in Japanese, opened for everybody; words as
/// there.
/// </summary>
internal sealed class ArticleWorld(PrivatePostgres postgres)
{
    private const int RareEvery = 500;
    private static readonly DateTime First = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Shelf = new("0190a000-0000-7000-8000-000000000001");

    private static readonly string[] Sentences =
    [
        "はじめに、管理画面へログインします。", "画面左のメニューから設定を開き、対象の機器を選択します。", "変更した内容は、保存するとすぐに反映されます。",
        "接続できないときは、ケーブルと電源を確認してください。", "証明書の更新には数分かかることがあります。", "くわしい手順は、添付の資料をご覧ください。",
        "ログは90日間保存され、期間を指定して検索できます。", "通知の宛先は、5件まで登録できます。",
    ];

    /// <summary>One base with one category, and knowledge and search for the tenant.</summary>
    public async Task PrepareAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            INSERT INTO "KnowledgeBases"
                ("TenantId", "Id", "Slug", "NameJa", "NameEn", "DescriptionJa", "DescriptionEn", "Order")
              SELECT "Id", '{Shelf}', 'how-to', '手順', 'How to', '', '', 1 FROM "Tenants" WHERE "Slug" = 'control';
            INSERT INTO "KnowledgeCategories" ("TenantId", "Id", "BaseId", "Slug", "NameJa", "NameEn", "Order")
              SELECT "Id", '{Shelf}', '{Shelf}', 'setup', '設定', 'Setup', 1 FROM "Tenants" WHERE "Slug" = 'control';
            UPDATE "Tenants" SET "Version" = "Version" + 1, "ProfileEdited" = true,
              "Profile" = jsonb_set("Profile"::jsonb, ARRAY['features'],
              ("Profile"::jsonb -> 'features') || '["knowledge", "search"]'::jsonb)::text WHERE "Slug" = 'control'
            """;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The articles of these numbers.</summary>
    public async Task FillAsync(int from, int until)
    {
        await using var connection = await OpenAsync();
        await using var ask = connection.CreateCommand();
        ask.CommandText = """SELECT "Id" FROM "Tenants" WHERE "Slug" = 'control'""";
        var tenant = (Guid)(await ask.ExecuteScalarAsync())!;
        int[] numbers = [.. Enumerable.Range(from, until - from)];
        var grams = await TextGrams.OfAsync(connection, tenant);
        await Bulk.CopyAsync(OpenAsync, """
            "Articles" ("TenantId", "Id", "CategoryId", "Slug", "AuthorName", "IsPublished", "PublishedAt", "UpdatedAt", "ViewCount",
              "HelpfulCount", "UnhelpfulCount", "Version", "ChangedAt")
            """, numbers, async (copy, number) =>
        {
            var at = First.AddMinutes(number);
            await copy.WriteAsync(tenant, NpgsqlDbType.Uuid);
            await copy.WriteAsync(Id(number), NpgsqlDbType.Uuid);
            await copy.WriteAsync(Shelf, NpgsqlDbType.Uuid);
            await copy.WriteAsync($"article-{number}", NpgsqlDbType.Text);
            await copy.WriteAsync("計測 太郎", NpgsqlDbType.Text);
            await copy.WriteAsync(true, NpgsqlDbType.Boolean);
            await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(number % 1_000, NpgsqlDbType.Integer);
            await copy.WriteAsync(0, NpgsqlDbType.Integer);
            await copy.WriteAsync(0, NpgsqlDbType.Integer);
            await copy.WriteAsync(1, NpgsqlDbType.Integer);
            await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
        });
        await Bulk.CopyAsync(OpenAsync, """
            "ArticleVersions" ("TenantId", "ArticleId", "Language", "Title", "Reading", "Source", "Html", "Plain", "TitleKey", "TextKey")
            """, numbers, async (copy, number) =>
        {
            var (title, text) = (Title(number), Text(number));
            await copy.WriteAsync(tenant, NpgsqlDbType.Uuid);
            await copy.WriteAsync(Id(number), NpgsqlDbType.Uuid);
            await copy.WriteAsync("ja", NpgsqlDbType.Text);
            await copy.WriteAsync(title, NpgsqlDbType.Text);
            await copy.WriteAsync($"セッテイノテジュン{number}", NpgsqlDbType.Text);
            await copy.WriteAsync(text, NpgsqlDbType.Text);
            await copy.WriteAsync($"<p>{text}</p>", NpgsqlDbType.Text);
            await copy.WriteAsync(text, NpgsqlDbType.Text);
            await copy.WriteAsync(CanonicalText.SearchKey(title), NpgsqlDbType.Text);
            await copy.WriteAsync(CanonicalText.SearchKey(text), NpgsqlDbType.Text);
        });
        const string Texts = """ "ArticleTexts" ("TenantId", "ArticleId", "Language", "Key", "Grams") """;
        await Bulk.CopyAsync(OpenAsync, Texts, numbers, async (copy, number) =>
        {
            var key = CanonicalText.SearchKey(Title(number)) + "\n" + CanonicalText.SearchKey(Text(number));
            await copy.WriteAsync(tenant, NpgsqlDbType.Uuid);
            await copy.WriteAsync(Id(number), NpgsqlDbType.Uuid);
            await copy.WriteAsync("ja", NpgsqlDbType.Text);
            await copy.WriteAsync(key, NpgsqlDbType.Text);
            await grams.WriteAsync(copy, key);
        });
        await Bulk.CompareAsync(connection, "ArticleTexts");
        const string Openings = """ "ArticleOpenings" ("TenantId", "Id", "ArticleId", "Audience") """;
        await Bulk.CopyAsync(OpenAsync, Openings, numbers, async (copy, number) =>
        {
            await copy.WriteAsync(tenant, NpgsqlDbType.Uuid);
            await copy.WriteAsync(Id(number), NpgsqlDbType.Uuid);
            await copy.WriteAsync(Id(number), NpgsqlDbType.Uuid);
            await copy.WriteAsync(nameof(ArticleAudience.Tenant), NpgsqlDbType.Text);
        });
    }

    private static Guid Id(int number) => Bulk.Id(First.AddMinutes(number), 0, number);

    private static string Title(int number) => $"設定の手順 {number}";

    private static string Text(int number) =>
        string.Concat(Enumerable.Range(0, 24).Select(i => Sentences[(number + (i * i * 7) + (number / 8 * i)) % Sentences.Length]))
        + $"文書番号 {number:0000000}。" + (number % 7 == 0 ? $"{CaseWorld.Frequent}書の件です。" : "")
        + (number % RareEvery == 0 ? $"{CaseWorld.Rare}の{CaseWorld.Long}です。" : "");

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(postgres.SuperuserConnectionString(PostgresRoles.Database));
        await connection.OpenAsync();
        return connection;
    }
}
