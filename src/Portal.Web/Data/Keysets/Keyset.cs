using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Portal.Web.Data.Keysets;

/// <summary>
/// Reads rows by place, never by offset, so that the thousandth part of a list costs what its first one costs
/// (PERF-3).
/// </summary>
/// <param name="at">The moment by which rows are in order; an index begins with the tenant and has it next.</param>
/// <param name="id">Tells rows of one moment from one another.</param>
public class Keyset<T>(Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, Guid>> id)
    where T : class
{
    private readonly Func<T, DateTimeOffset> momentOf = at.Compile();
    private readonly Func<T, Guid> idOf = id.Compile();

    protected Expression<Func<T, DateTimeOffset>> At { get; } = at;

    protected Expression<Func<T, Guid>> Id { get; } = id;

    public KeysetPlace PlaceOf(T row) => new(momentOf(row), idOf(row));

    /// <param name="from">Only what lies beyond; null for all.</param>
    /// <param name="upwards">The oldest first.</param>
    public IQueryable<T> Read(IQueryable<T> rows, KeysetPlace? from, bool upwards, int size)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Ordered(Beyond(rows, from, upwards), upwards).Take(size);
    }

    protected IQueryable<T> Ordered(IQueryable<T> rows, bool upwards) =>
        upwards ? rows.OrderBy(At).ThenBy(Id) : rows.OrderByDescending(At).ThenByDescending(Id);

    // The first comparison is there for the index: by the second alone every part would be looked for from the
    // beginning (PERF-4).
    protected IQueryable<T> Beyond(IQueryable<T> rows, KeysetPlace? from, bool upwards) => (from, upwards) switch
    {
        (null, _) => rows,
        (_, true) => rows.Where(Condition((at, id) => at >= from.At && (at > from.At || id.CompareTo(from.Id) > 0))),
        _ => rows.Where(Condition((at, id) => at <= from.At && (at < from.At || id.CompareTo(from.Id) < 0))),
    };

    /// <summary>The same of a row's own moment and id.</summary>
    private Expression<Func<T, bool>> Condition(Expression<Func<DateTimeOffset, Guid, bool>> condition)
    {
        var row = At.Parameters[0];
        var rowId = ReplacingExpressionVisitor.Replace(Id.Parameters[0], row, Id.Body);
        var body = new ReplacingExpressionVisitor(condition.Parameters, [At.Body, rowId]).Visit(condition.Body);
        return Expression.Lambda<Func<T, bool>>(body, row);
    }
}
