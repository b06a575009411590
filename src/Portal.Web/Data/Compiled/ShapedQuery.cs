using System.Collections.Concurrent;

namespace Portal.Web.Data.Compiled;

/// <summary>
/// A query that is asked with almost every page and put together of parts that others use, too: compiled once for each
/// of its shapes, from what those parts make of it. To ask it again is neither to put it together nor to recognise it.
/// Both walls between tenants are in it as in any other.
/// </summary>
/// <typeparam name="TAsked">Holds all values that differ from one time to the next.</typeparam>
/// <param name="shape">
/// What decides how the query is put together, compared by value: one of few, as each is kept for good.
/// </param>
/// <param name="build">
/// Puts it together. Its conditions read the values of what is asked as they stand there, or of an object in it;
/// anything else they hold, such as a copy of a value, would be that of the first time for good, and is refused.
/// </param>
internal sealed class ShapedQuery<TAsked, TRow>(Func<TAsked, object> shape, Func<PortalDbContext, TAsked, IQueryable<TRow>> build)
    where TAsked : class
{
    private readonly CompiledQuery<ConcurrentDictionary<object, Func<PortalDbContext, TAsked, IAsyncEnumerable<TRow>>>> shapes =
        new(() => new());

    /// <exception cref="InvalidOperationException">The query holds a value that is not asked.</exception>
    public IAsyncEnumerable<TRow> Ask(PortalDbContext db, TAsked asked)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(asked);
        var compiled = shapes.For(db);
        var key = shape(asked);
        if (!compiled.TryGetValue(key, out var query))
        {
            query = compiled.GetOrAdd(key, AskedValues.Compile<TAsked, TRow>(build(db, asked).Expression, asked));
        }

        return query(db, asked);
    }
}
