using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Portal.Web.Data;

namespace Portal.Web.Http;

/// <summary>
/// Runs each action in one transaction. A refusal commits as well, because failures that were counted must stay counted;
/// an exception, a conflict and a failure of ours leave nothing. A browser that hangs up changes nothing about it.
/// </summary>
internal sealed class TransactionFilter(UnitOfWork work, PortalDbContext db) : IAsyncActionFilter, IOrderedFilter
{
    public int Order => -1000;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (ErrorPages.IsRunning(context.HttpContext) || context.ActionDescriptor.EndpointMetadata.OfType<OwnTransactionAttribute>().Any())
        {
            await next();
            return;
        }

        try
        {
            await work.RunAsync(async () => Judge(await next()));
        }
        catch (RolledBackException)
        {
            db.ChangeTracker.Clear();
        }
    }

    private static void Judge(ActionExecutedContext executed)
    {
        if (executed is { Exception: { } exception, ExceptionHandled: false })
        {
            executed.ExceptionHandled = true;
            ExceptionDispatchInfo.Throw(exception);
        }

        var status = (executed.Result as IStatusCodeActionResult)?.StatusCode ?? executed.HttpContext.Response.StatusCode;
        if (status is StatusCodes.Status409Conflict or >= 500)
        {
            throw new RolledBackException();
        }
    }

    private sealed class RolledBackException : Exception;
}
