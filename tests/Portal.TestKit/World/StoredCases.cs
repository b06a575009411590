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

    /// <summary>Texts that the index of words holds.</summary>
    public async Task<long> CountIndexedTextsAsync()
    {
        await using var db = Source.Open();
        return await db.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM "CaseTexts" """).SingleAsync();
    }

    public Task SetKindAsync(Guid id, CaseKind kind) => ChangeAsync(row => row.Id == id, row => row.Kind, kind);
}
