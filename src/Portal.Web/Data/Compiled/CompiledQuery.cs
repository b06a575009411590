using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Web.Data.Compiled;

/// <summary>
/// A query that is asked with almost every page, compiled once for each model: there is one a provider. Both walls
/// between tenants are in it as in any other.
/// </summary>
/// <typeparam name="TQuery">What <see cref="Microsoft.EntityFrameworkCore.EF"/> makes of it.</typeparam>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    public TQuery For(PortalDbContext db) => queries.GetValue(db.Model, _ => compile());
}
