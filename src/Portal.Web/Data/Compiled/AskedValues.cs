using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Compiled;

/// <summary>Makes parameters of a query's values, by where they stand in what is asked.</summary>
internal sealed class AskedValues : ExpressionVisitor
{
    /// <summary>
    /// Objects within what is asked, and within those: as far as the values of a page's sections stand.
    /// </summary>
    private const int Depth = 5;

    private static readonly PropertyInfo Item = typeof(IReadOnlyList<object>).GetProperty("Item")!;

    /// <summary>Null where an object stands at two places: at another time there may be two.</summary>
    private readonly Dictionary<object, Expression?> known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Expression, ParameterExpression> values = new(ExpressionEqualityComparer.Instance);
    private readonly Assembly own;

    private AskedValues(object asked, ParameterExpression parameter)
    {
        own = asked.GetType().Assembly;
        Know(asked, parameter, Depth);
    }

    public static Func<PortalDbContext, TAsked, IAsyncEnumerable<TRow>> Compile<TAsked, TRow>(Expression query, TAsked asked)
        where TAsked : class
    {
        var (db, all) = (Expression.Parameter(typeof(PortalDbContext), "db"), Expression.Parameter(typeof(TAsked), "asked"));
        var visitor = new AskedValues(asked, all);
        var body = visitor.Visit(query);
        var lambda = Expression.Lambda(body, [db, .. visitor.values.Values]);
        var values = Expression.NewArrayInit(typeof(object),
            visitor.values.Keys.Select(value => Expression.Convert(value, typeof(object))));
        var read = Expression.Lambda<Func<TAsked, object?[]>>(values, all).Compile();
        var compiled = new ValuesQuery<TRow>(lambda);
        return (context, asks) => compiled.Ask(context, read(asks));
    }

    protected override Expression VisitExtension(Expression node) =>
        node is QueryRootExpression root ? root.DetachQueryProvider() : base.VisitExtension(node);

    protected override Expression VisitMember(MemberExpression node)
    {
        var members = new Stack<MemberExpression>();
        Expression? root = node;
        for (; root is MemberExpression member; root = member.Expression)
        {
            members.Push(member);
        }

        return root switch
        {
            ConstantExpression { Value: { } value } => Resolve(node, value, members),
            null when IsFixed(members.Peek().Member) => node,
            null => throw NotAsked(node),
            _ => base.VisitMember(node),
        };
    }

    /// <summary>Set once, when the program starts: a field, or a property that holds one.</summary>
    private static bool IsFixed(MemberInfo member) => (member as FieldInfo ?? member.DeclaringType!.GetField(
        $"<{member.Name}>k__BackingField", BindingFlags.Static | BindingFlags.NonPublic)) is { IsInitOnly: true };

    private static InvalidOperationException NotAsked(MemberExpression node) =>
        new($"{node} is not among what is asked: the query would keep the value it had the first time.");

    private static object? Read(MemberInfo member, object from) =>
        member is FieldInfo field ? field.GetValue(from) : ((PropertyInfo)member).GetValue(from);

    /// <summary>What a condition holds: a value of what is asked, or a query that it asks within.</summary>
    private Expression Resolve(MemberExpression node, object? value, Stack<MemberExpression> members)
    {
        while (value is not null && !known.ContainsKey(value) && members.TryPop(out var member))
        {
            value = Read(member.Member, value);
        }

        if (value is not null && known.TryGetValue(value, out var place) && place is not null)
        {
            return Parameter(members.Aggregate(place, (from, member) => Expression.MakeMemberAccess(from, member.Member)));
        }

        return value is IQueryable query ? Visit(query.Expression) : throw NotAsked(node);
    }

    private ParameterExpression Parameter(Expression value)
    {
        if (!values.TryGetValue(value, out var parameter))
        {
            values[value] = parameter = Expression.Parameter(value.Type, "p" + values.Count);
        }

        return parameter;
    }

    /// <summary>
    /// Objects are known by themselves. A text is a value: two that say the same may be one object, and a copy of one
    /// would pass for what is asked.
    /// </summary>
    private void Know(object value, Expression place, int depth)
    {
        if (!known.TryAdd(value, place))
        {
            known[value] = null;
        }
        else if (depth > 0)
        {
            foreach (var (inner, at) in Within(value, place))
            {
                Know(inner, at, depth - 1);
            }
        }
    }

    /// <summary>
    /// What one of ours holds, and each of a list. Rows are read as they are: they lead to each other.
    /// </summary>
    private IEnumerable<(object Value, Expression Place)> Within(object value, Expression place) => value switch
    {
        IReadOnlyList<object> list => list.Select((each, at) => (Value: each, At: at)).Where(each => each.Value?.GetType().Assembly == own)
            .Select(each => (each.Value, As(each.Value, Expression.Property(place, Item, Expression.Constant(each.At))))),
        not ITenantOwned when value.GetType().Assembly == own => value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => !property.PropertyType.IsValueType && property.PropertyType != typeof(string))
            .Select(property => (Value: property.GetValue(value), property)).Where(each => each.Value is not null)
            .Select(each => (each.Value!, As(each.Value!, Expression.Property(place, each.property)))),
        _ => [],
    };

    /// <summary>
    /// What is held as something more general: of which type it is belongs to the shape. A list is read as it is held,
    /// by whatever type it was made.
    /// </summary>
    private static Expression As(object value, Expression place) =>
        value is IEnumerable || place.Type == value.GetType() ? place : Expression.Convert(place, value.GetType());
}
