using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.Internal;

#pragma warning disable EF1001 // Public methods compile queries of fifteen values at most, and the counts of a page have more.

namespace Portal.Web.Data.Compiled;

/// <summary>
/// A compiled query of any number of values; a test asks one of more than there are public methods for.
/// </summary>
/// <param name="query">Of a context and the values, in the order in which they are asked.</param>
internal sealed class ValuesQuery<TRow>(LambdaExpression query) : CompiledAsyncEnumerableQuery<PortalDbContext, TRow>(query)
{
    public IAsyncEnumerable<TRow> Ask(PortalDbContext db, object?[] values) => ExecuteCore(db, values);
}
