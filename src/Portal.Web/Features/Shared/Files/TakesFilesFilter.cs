using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Data.Connections;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Submissions;
using Portal.Web.Files.Stored;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Shares;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Files;

/// <summary>
/// Receives the files of a form, which by now is known to be this session's own. Only then is the form whole, and known
/// again if it was sent twice: the same files have the same ids, and the first answer is given again (FI-11, SAFE-2).
/// </summary>
internal sealed class TakesFilesFilter(TakesFilesAttribute mark, FileIntake intake, FileWords words,
    IFilePlace where, UploadShares places, Offers offers, CurrentSession session, CurrentTenant tenant) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (ErrorPages.IsRunning(http) || !session.IsSignedIn || http.Features.Get<IFormFeature>() is not StreamedForm form)
        {
            await next();
            return;
        }

        if (!offers.LetsIn(http.GetEndpoint()!.Metadata))
        {
            // Its guards answer; nothing is kept for a form that is not this one's.
            await next();
            return;
        }

        using (var inside = await where.EnterAsync(context.RouteData.Values["site"] as string))
        {
            var isTaken = inside is not null && (mark.Feature is null || tenant.Value.Has(mark.Feature));
            var refusal = isTaken ? await TryReadAsync(context, form) : new NotFoundResult();
            if (refusal is not null)
            {
                context.Result = refusal;
                return;
            }
        }

        await OnceAsync(context, next);
    }

    private async Task<StatusCodeResult?> TryReadAsync(ResourceExecutingContext context, StreamedForm form)
    {
        var http = context.HttpContext;
        using var place = places.Enter(tenant.Value.Id, session.UserId);
        if (place is null)
        {
            http.Response.Headers.RetryAfter = FailureStatus.RetrySeconds;
            return new StatusCodeResult(StatusCodes.Status429TooManyRequests);
        }

        using var patience = DatabasePatience.Have(DatabasePatience.OfAFile);
        try
        {
            await ReadAsync(context, form);
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or OperationCanceledException)
        {
            // What came whole before the break is nobody's and goes with the round; a second click may need it (FI-10).
            return new StatusCodeResult(e is BadHttpRequestException { StatusCode: var status } ? status : StatusCodes.Status400BadRequest);
        }
    }

    private async Task ReadAsync(ResourceExecutingContext context, StreamedForm form)
    {
        var cancelled = context.HttpContext.RequestAborted;
        var head = await form.ReadFormAsync(cancelled);
        _ = Guid.TryParse(head[FormOnce.FieldName], out var formId);
        await form.ReadFilesAsync(
            async part =>
            {
                if (part.Field != mark.Field)
                {
                    return null;
                }

                var receipt = await intake.ReceiveAsync(
                    new FileArrival(FileUploader.Of(session.User), mark.Purpose, formId, part.FileName), part.Content, cancelled);
                if (receipt.Refusal is { } refusal)
                {
                    context.ModelState.AddModelError(mark.Field, words.Say(refusal, receipt.Name));
                    return null;
                }

                return receipt.Id.ToString();
            },
            cancelled);
    }

    private static async Task OnceAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var isDone = false;
        var repeated = new RepeatedForms(
            async _ =>
            {
                isDone = true;
                var executed = await next();
                if (executed.ExceptionDispatchInfo is { } failed && !executed.ExceptionHandled)
                {
                    // Nothing is remembered of what failed.
                    executed.ExceptionHandled = true;
                    failed.Throw();
                }
            },
            services.GetRequiredService<SameForms>(),
            services.GetRequiredService<GuestRefusals>(),
            services.GetRequiredService<TenantWork>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<RepeatedForms>>());
        await repeated.InvokeAsync(context.HttpContext, services.GetRequiredService<FormKey>(), services.GetRequiredService<FormAnswers>(),
            services.GetRequiredService<SessionCookies>(), services.GetRequiredService<CurrentTenant>());
        if (!isDone)
        {
            // The answer has been given already.
            context.Result = new EmptyResult();
        }
    }
}
