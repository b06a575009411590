using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Portal.Web.Data.Compiled;

/// <summary>Makes parameters of a query's values, by where they stand in what is asked.</summary>
internal sealed class AskedValues : ExpressionVisitor
{
    /// <summary>Objects within what is asked, and within those.</summary>
    private const int Depth = 2;

    private readonly Dictionary<object, Expression> known = new(ReferenceEqualityComparer.Instance);
    private readonly List<(ParameterExpression Parameter, Expression Value)> values = [];

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
        ParameterExpression[] parameters = [db, .. visitor.values.Select(value => value.Parameter)];
        Type[] types = [.. parameters.Select(parameter => parameter.Type)];
        var lambda = Expression.Lambda(Expression.GetFuncType([.. types, typeof(IQueryable<TRow>)]), body, parameters);
        var compiled = Compiler(types.Length).MakeGenericMethod([.. types, typeof(TRow)]).Invoke(null, [lambda])!;
        var call = Expression.Invoke(Expression.Constant(compiled), [db, .. visitor.values.Select(value => value.Value)]);
        return Expression.Lambda<Func<PortalDbContext, TAsked, IAsyncEnumerable<TRow>>>(call, db, all).Compile();
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

    private static MethodInfo Compiler(int inputs) => typeof(EF).GetMethods()
        .Single(method => method.Name == nameof(EF.CompileAsyncQuery) && method.GetGenericArguments().Length == inputs + 1
            && method.GetParameters()[0].ParameterType.GenericTypeArguments[0].GenericTypeArguments[^1] is { IsGenericType: true } result
            && result.GetGenericTypeDefinition() == typeof(IQueryable<>));

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

        if (value is not null && known.TryGetValue(value, out var place))
        {
            return Parameter(members.Aggregate(place, (from, member) => Expression.MakeMemberAccess(from, member.Member)));
        }

        return value is IQueryable query ? Visit(query.Expression) : throw NotAsked(node);
    }

    private ParameterExpression Parameter(Expression value)
    {
        var parameter = Expression.Parameter(value.Type, "p" + values.Count);
        values.Add((parameter, value));
        return parameter;
    }

    /// <summary>
    /// Objects are known by themselves. A text is a value: two that say the same may be one object, and a copy of one
    /// would pass for what is asked.
    /// </summary>
    private void Know(object value, Expression place, int depth)
    {
        if (!known.TryAdd(value, place) || depth == 0 || value.GetType().Assembly != own)
        {
            return;
        }

        foreach (var property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => !property.PropertyType.IsValueType && property.PropertyType != typeof(string)))
        {
            if (property.GetValue(value) is { } inner)
            {
                Know(inner, Expression.Property(place, property), depth - 1);
            }
        }
    }
}
