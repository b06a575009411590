using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Web.Accounts;
using Portal.Web.Data;

namespace Portal.Web.Http;

/// <summary>
/// Runs each action in one transaction. A refusal commits as well, because failures that were counted must stay counted;
/// an exception, a conflict and a failure of ours leave nothing. A browser that hangs up changes nothing about it.
/// </summary>
internal sealed class TransactionFilter(UnitOfWork work, PortalDbContext db, FormUses forms, CurrentSession session, SessionService sessions, ITempDataDictionaryFactory flashes, IUrlHelperFactory urls) : IAsyncActionFilter, IOrderedFilter
{
    public int Order => -1000;

    public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (ErrorPages.IsRunning(context.HttpContext) || context.ActionDescriptor.EndpointMetadata.OfType<OwnTransactionAttribute>().Any())
        {
            return next();
        }

        return session.IsSignedIn && FormOnce.IdOf(context.HttpContext.Request) is { } formId ? RunOnceAsync(context, next, formId) : RunAsync(async () => await JudgeAsync(await next()));
    }

    private async Task RunOnceAsync(ActionExecutingContext context, ActionExecutionDelegate next, Guid formId)
    {
        var began = false;
        try
        {
            await RunAsync(async () =>
            {
                await forms.BeginAsync(formId);
                began = true;
                var executed = await next();
                await JudgeAsync(executed);
                await EndAsync(executed, formId);
            });
        }
        catch (Exception e) when (!began && DatabaseFailure.IsDuplicate(e))
        {
            // The same form again: lead to where the first submission led.
            db.ChangeTracker.Clear();
            var location = await work.RunAsync(() => forms.LocationAsync(formId));
            context.Result = location is null ? new StatusCodeResult(StatusCodes.Status409Conflict) : new SeeOtherResult(location);
        }
    }

    private async Task RunAsync(Func<Task> action)
    {
        try
        {
            await work.RunAsync(action);
        }
        catch (RolledBackException)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task JudgeAsync(ActionExecutedContext executed)
    {
        if (executed is { Exception: { } exception, ExceptionHandled: false })
        {
            executed.ExceptionHandled = true;
            ExceptionDispatchInfo.Throw(exception);
        }

        if (Status(executed) is StatusCodes.Status409Conflict or >= 500)
        {
            throw new RolledBackException();
        }

        await AskSessionAgainAsync(executed);
    }

    /// <summary>
    /// The action has the locks that it waited for. Whose session was ended meanwhile has done nothing, whatever it was, and is led to
    /// sign-in (SE-03).
    /// </summary>
    private async Task AskSessionAgainAsync(ActionExecutedContext executed)
    {
        if (!HttpMethods.IsPost(executed.HttpContext.Request.Method) || session.OrNull is not { } own || sessions.HasEnded(own) || await sessions.StillCountsAsync(own))
        {
            return;
        }

        flashes.GetTempData(executed.HttpContext).Clear();
        executed.Result = new ChallengeResult();
        throw new RolledBackException();
    }

    /// <summary>A form that did nothing yet, as one that leads back to its fields, is not used up: who goes back in the browser may send it after all.</summary>
    private Task EndAsync(ActionExecutedContext executed, Guid formId)
    {
        var location = Location(executed);
        var didNothing = location is null && db.RecordedEvents.Count == 0;
        return Status(executed) >= 400 || didNothing ? forms.ReleaseAsync(formId) : forms.CompleteAsync(formId, location);
    }

    private string? Location(ActionExecutedContext executed) => executed.Result switch
    {
        SeeOtherResult other => other.Url,
        RedirectResult redirect => redirect.Url,
        LocalRedirectResult local => local.Url,
        RedirectToActionResult action => urls.GetUrlHelper(executed).Action(action.ActionName, action.ControllerName, action.RouteValues),
        _ => null,
    };

    private static int Status(ActionExecutedContext executed) =>
        (executed.Result as IStatusCodeActionResult)?.StatusCode ?? executed.HttpContext.Response.StatusCode;

    private sealed class RolledBackException : Exception;
}
