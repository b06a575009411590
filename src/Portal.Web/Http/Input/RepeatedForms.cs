using Microsoft.AspNetCore.Http.Features;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Http.Shares;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Input;

/// <summary>
/// A form sent twice works once, and leads where the first one led, with the same cookies and the same words (SAFE-2).
/// This comes before anybody looks at session and token: the first answer may have replaced both.
/// </summary>
internal sealed partial class RepeatedForms(RequestDelegate next, SameForms forms, GuestRefusals guests, TenantWork work,
    TimeProvider clock, ILogger<RepeatedForms> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    public async Task InvokeAsync(HttpContext context, FormKey keys, FormAnswers answers, SessionCookies cookies, CurrentTenant tenant)
    {
        if (ErrorPages.IsRunning(context) || await keys.OfAsync(context) is not { } key)
        {
            await next(context);
            return;
        }

        using var place = forms.Join(key);
        if (place is null)
        {
            ComeAgain(context);
            return;
        }

        var session = cookies.Read(context) is { } ticket && ticket.TenantId == tenant.Value.Id ? Tokens.Hash(ticket.Sid) : null;
        switch (await TakeTurnAsync(answers, key, session))
        {
            case FormTurn.Mine mine:
                await using (var form = FormInWork.Begin(key, mine.Until, work, tenant.Value, clock, log))
                {
                    await WorkAsync(context, answers, form, session);
                }

                break;
            case FormTurn.Answered { Packed: { } packed }:
                await KeptAnswer.Read(packed).WriteAsync(context.Response);
                break;
            case FormTurn.Answered { Location: { } location }:
                SeeOtherResult.Lead(context, location);
                break;
            case FormTurn.InWork:
                ComeAgain(context);
                break;
            default:
                await next(context);
                break;
        }
    }

    /// <summary>Whoever comes second waits for the first, holding no connection meanwhile.</summary>
    private async Task<FormTurn> TakeTurnAsync(FormAnswers answers, byte[] key, byte[]? session)
    {
        var began = clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var turn = await answers.TakeTurnAsync(key, session);
            if (turn is not FormTurn.InWork || clock.GetElapsedTime(began) > Patience)
            {
                return turn;
            }

            await Task.Delay(pause, clock);
        }
    }

    private static void ComeAgain(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = FailureStatus.RetrySeconds;
    }

    private async Task WorkAsync(HttpContext context, FormAnswers answers, FormInWork form, byte[]? session)
    {
        var before = context.Response.Headers.ToDictionary();
        var client = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var buffer = new AnswerBuffer(client.Stream);
        var held = new StreamResponseBodyFeature(buffer, client);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        context.Features.Set(form);
        KeptAnswer? answer = null;
        try
        {
            await next(context);
            await held.CompleteAsync();
            answer = buffer.Overflowed ? null : KeptAnswer.Of(context.Response, before, buffer.ToArray());
        }
        finally
        {
            context.Features.Set(client);
            context.Features.Set<FormInWork>(null);
            await RememberAsync(context, answers, form, session, answer);
        }

        if (answer is { Body.Length: > 0 })
        {
            await context.Response.Body.WriteAsync(answer.Body);
        }
    }

    /// <summary>The answer is owed also where it cannot be remembered; then the row runs out by itself.</summary>
    private async Task RememberAsync(HttpContext context, FormAnswers answers, FormInWork form, byte[]? session, KeptAnswer? answer)
    {
        try
        {
            var turn = await form.StopRenewingAsync();

            // A form without a token of ours is answered anew each time: strangers make no rows.
            if (answer?.Life is { } life && context.Features.Get<ForgedRequestRefusal>() is null
                && (session is not null || answer.Status < StatusCodes.Status400BadRequest || guests.MayRemember(Actor(context))))
            {
                var after = context.Features.Get<SessionLeft>() is { } left ? left.SidHash : session;
                var lasts = session is not null && after == session;
                await answers.KeepAsync(form.Key, turn, new FormOutcome(answer.Pack(), life, answer.Location, after, lasts));
            }
            else
            {
                await answers.ForgetAsync(form.Key, turn);
            }
        }
#pragma warning disable CA1031 // whatever it was
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogNotRemembered(log, e);
        }
    }

    private static AuditActor Actor(HttpContext context) => context.RequestServices.GetRequiredService<AuditActor>();

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer was not remembered")]
    private static partial void LogNotRemembered(ILogger log, Exception exception);
}
