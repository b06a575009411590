using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredCases : StoredRows<SupportCase>
{
    internal StoredCases(WorldSource source)
        : base(source)
    {
    }

    /// <summary>Of another release, say: the case cannot be read until it has a known kind again.</summary>
    public async Task SetUnknownKindAsync(Guid id)
    {
        await using var db = Source.Open();
        await db.Database.ExecuteSqlAsync($"""UPDATE "Cases" SET "Kind" = 'Riddle' WHERE "Id" = {id}""");
    }

    /// <summary>So many cases like one that is there, without what was said in it.</summary>
    public async Task AddLikeAsync(Guid id, int many)
    {
        await using var db = Source.Open();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Cases" SELECT (jsonb_populate_record(NULL::"Cases", to_jsonb(model)
                || jsonb_build_object('Id', gen_random_uuid(), 'Number', (SELECT max("Number") FROM "Cases") + number))).*
            FROM "Cases" AS model, generate_series(1, {many}) AS number WHERE "Id" = {id}
            """);
    }

    /// <summary>Texts that the index of words holds.</summary>
    public async Task<long> CountIndexedTextsAsync()
    {
        await using var db = Source.Open();
        return await db.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM "CaseTexts" """).SingleAsync();
    }

    public Task SetKindAsync(Guid id, CaseKind kind) => ChangeAsync(row => row.Id == id, row => row.Kind, kind);
}
