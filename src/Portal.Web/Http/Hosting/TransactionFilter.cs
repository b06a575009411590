using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Acting;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Staff;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.Hosting;

/// <summary>
/// Runs each action in one transaction. A refusal commits as well, because failures
/// that were counted must stay counted; an exception, a conflict and a failure of
/// ours leave nothing. A browser that hangs up changes nothing about it.
/// </summary>
internal sealed class TransactionFilter(
    UnitOfWork work, PortalDbContext db, CurrentSession session, SessionService sessions) : IAsyncActionFilter, IOrderedFilter
{
    public int Order => -1000;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (ErrorPages.IsRunning(context.HttpContext) || context.ActionDescriptor.EndpointMetadata.OfType<OwnTransactionAttribute>().Any())
        {
            await RunAloneAsync(next);
            return;
        }

        try
        {
            // Who has signed in was read a moment ago; any other page shows by its transaction that the database is
            // there (REL-2).
            await work.RunAsync(
                async () =>
                {
                    var executed = await next();
                    await JudgeAsync(executed);
                    await NoteAsync(executed);
                },
                atOnce: !session.IsSignedIn);
        }
        catch (RolledBackException)
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// The action opens its transactions itself; what a guard that refused it has recorded is kept nonetheless (AU-02).
    /// </summary>
    private async Task RunAloneAsync(ActionExecutionDelegate next)
    {
        if ((await next()).Canceled)
        {
            await work.RunAsync(() => Task.CompletedTask);
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
    /// The action has the locks that it waited for. Whose session was ended meanwhile has done nothing, whatever it
    /// was, and is led to sign-in (SE-03).
    /// </summary>
    private async Task AskSessionAgainAsync(ActionExecutedContext executed)
    {
        if (!HttpMethods.IsPost(executed.HttpContext.Request.Method) || session.OrNull is not { } own || sessions.HasEnded(session))
        {
            return;
        }

        if (!await sessions.StillCountsAsync(own))
        {
            LeadAway(executed, new ChallengeResult());
        }
        else if (session.Role >= AccountRole.Agent && !await Service<StaffTurns>(executed).StillReachesAsync())
        {
            // Demoted, or a site taken away, while it waited for a hash or a lock (AZ-07).
            LeadAway(executed, new ForbidResult());
        }
        else if (session.Acting is { } acting && !await Service<ActingReader>(executed).StillCountsAsync(acting))
        {
            // The link was cut meanwhile: as if the form had come a moment later.
            LeadAway(executed, new SeeOtherResult(ActingPaths.OfPortal(executed.HttpContext, HomePaths.Home)));
        }
    }

    private static void LeadAway(ActionExecutedContext executed, IActionResult result)
    {
        Service<ITempDataDictionaryFactory>(executed).GetTempData(executed.HttpContext).Clear();
        executed.Result = result;
        throw new RolledBackException();
    }

    /// <summary>
    /// Where a form leads is committed with its work: a node that
    /// dies right after leaves no form that would work a second time.
    /// </summary>
    private async Task NoteAsync(ActionExecutedContext executed)
    {
        if (session.IsSignedIn && executed.HttpContext.Features.Get<FormInWork>() is { } form && Location(executed) is { } location
            && !await form.NoteAsync(Service<FormAnswers>(executed), location))
        {
            // Taken for dead and done by another: the same form sent again gets that one's answer.
            LeadAway(executed, new StatusCodeResult(StatusCodes.Status503ServiceUnavailable));
        }
    }

    // Most pages are only read: what forms need is made where there is one.
    private static T Service<T>(ActionExecutedContext executed)
        where T : notnull => executed.HttpContext.RequestServices.GetRequiredService<T>();

    private static string? Location(ActionExecutedContext executed) => executed.Result switch
    {
        SeeOtherResult other => other.Url,
        RedirectResult redirect => redirect.Url,
        LocalRedirectResult local => local.Url,
        RedirectToActionResult action => Service<IUrlHelperFactory>(executed).GetUrlHelper(executed)
            .Action(action.ActionName, action.ControllerName, action.RouteValues),
        _ => null,
    };

    private static int Status(ActionExecutedContext executed) =>
        (executed.Result as IStatusCodeActionResult)?.StatusCode ?? executed.HttpContext.Response.StatusCode;

    private sealed class RolledBackException : Exception;
}
