using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.PostgreSql;

/// <summary>The tables that the owner's function works on, by their names in the model.</summary>
internal sealed record AuditTables(string Events, string Leaves, string Seals, string Tenants)
{
    public static AuditTables Of(IModel model) =>
        new(Name<AuditEvent>(model), Name<AuditLeaf>(model), Name<AuditSeal>(model), Name<Tenant>(model));

    private static string Name<T>(IModel model) => model.FindEntityType(typeof(T))!.GetTableName()!;
}
