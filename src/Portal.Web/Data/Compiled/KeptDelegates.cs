using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable EF9100 // The one place in front of a query's compilation; PERF_2 tests hold what is used of it.

namespace Portal.Web.Data.Compiled;

/// <summary>
/// The functions within a compiled query, which read its rows and choose its statement, become values of it. As they
/// are written, each time it is asked makes delegates of them anew, and of some each row that has a list in it.
/// </summary>
internal sealed class KeptDelegates(ShapedQueryCompilingExpressionVisitorDependencies all,
    RelationalShapedQueryCompilingExpressionVisitorDependencies relational, RelationalCommandBuilderDependencies commands)
    : RelationalLiftableConstantProcessor(all, relational, commands)
{
    public static void Use(DbContextOptionsBuilder options) => options.ReplaceService<ILiftableConstantProcessor, KeptDelegates>();

    public override Expression InlineConstants(Expression expression, bool supportsPrecompiledQuery)
    {
        var inlined = base.InlineConstants(expression, supportsPrecompiledQuery);
        return inlined is LambdaExpression query
            ? Expression.Lambda(query.Type, new Keeper().Visit(query.Body), query.Name, query.TailCall, query.Parameters)
            : inlined;
    }

    /// <summary>Makes the values, from within.</summary>
    private sealed class Keeper : ExpressionVisitor
    {
        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            var kept = (Expression<T>)base.VisitLambda(node);
            return Variables.AreAllOwn(kept) ? Expression.Constant(kept.Compile(), typeof(T)) : kept;
        }

        protected override Expression VisitUnary(UnaryExpression node) =>
            node.NodeType == ExpressionType.Quote ? node : base.VisitUnary(node);

        protected override Expression VisitInvocation(InvocationExpression node) => node.Expression is LambdaExpression called
            ? node.Update(Expression.Lambda(called.Type, Visit(called.Body), called.Parameters), Visit(node.Arguments))
            : base.VisitInvocation(node);
    }

    /// <summary>Looks for variables of what a function stands in: with those, it is another one each time.</summary>
    private sealed class Variables : ExpressionVisitor
    {
        private readonly HashSet<ParameterExpression> declared = [];
        private readonly HashSet<ParameterExpression> used = [];

        public static bool AreAllOwn(LambdaExpression function)
        {
            var variables = new Variables();
            variables.Visit(function);
            return variables.used.IsSubsetOf(variables.declared);
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            declared.UnionWith(node.Parameters);
            return base.VisitLambda(node);
        }

        protected override Expression VisitBlock(BlockExpression node)
        {
            declared.UnionWith(node.Variables);
            return base.VisitBlock(node);
        }

        protected override CatchBlock VisitCatchBlock(CatchBlock node)
        {
            declared.UnionWith(node.Variable is { } variable ? [variable] : []);
            return base.VisitCatchBlock(node);
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            used.Add(node);
            return node;
        }
    }
}
