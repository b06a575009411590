using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Web.Data.Keysets;

public static class FixedLimitExtensions
{
    internal static readonly MethodInfo Marker =
        new Func<IQueryable<object>, Expression<Func<int>>, IQueryable<object>>(Limited).Method.GetGenericMethodDefinition();

    /// <summary>
    /// The first of the rows, their number written into the statement, which is then one for each number: PostgreSQL
    /// plans it once, and the framework writes it once. (Of a number that is merely taken the framework makes a
    /// parameter; what it is told to write as a value by <c>EF.Constant</c>, it writes anew each time.)
    /// </summary>
    /// <param name="count">One of few.</param>
    public static IQueryable<T> TakeFixed<T>(this IQueryable<T> rows, int count) =>
        Limited(rows, Expression.Lambda<Func<int>>(Expression.Constant(count)));

    private static IQueryable<T> Limited<T>(IQueryable<T> rows, Expression<Func<int>> count)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Provider.CreateQuery<T>(
            Expression.Call(Marker.MakeGenericMethod(typeof(T)), rows.Expression, Expression.Quote(count)));
    }
}

/// <summary>Writes those limits as a framework's own, once for each statement that is made.</summary>
internal sealed class FixedLimits : ExpressionVisitor, IQueryExpressionInterceptor
{
    public static readonly FixedLimits Instance = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => Visit(queryExpression);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (!node.Method.IsGenericMethod || node.Method.GetGenericMethodDefinition() != FixedLimitExtensions.Marker)
        {
            return base.VisitMethodCall(node);
        }

        var count = ((LambdaExpression)((UnaryExpression)node.Arguments[1]).Operand).Body;
        return Expression.Call(typeof(Queryable), nameof(Queryable.Take), node.Method.GetGenericArguments(), Visit(node.Arguments[0]),
            count);
    }
}
