using Portal.Rules.SecondFactors;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Mail;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>
/// Leads to the page of a method; on the way to the e-mailed code
/// one is sent, so that opening a page sends nothing (WB-03).
/// </summary>
public sealed class SecondStepStart(UnitOfWork work, SignInAttempts attempts, EmailCodes codes, MailQueue mails, AuditActor actor,
    AttemptCookie cookie)
{
    /// <summary>
    /// After the password, outside any transaction. Where no code may be sent now, the page of codes says so.
    /// </summary>
    public async Task<SeeOtherResult> BeginAsync(HttpContext context, string token, FactorMethod first)
    {
        cookie.Set(context, token);
        if (first == FactorMethod.EmailCode)
        {
            await work.RunAsync(async () =>
            {
                if (await attempts.FindAsync(token) is { } attempt)
                {
                    await SendAsync(attempt);
                }
            });
        }

        return new SeeOtherResult(SecondStepPaths.Of(first));
    }

    /// <summary>What the user chose; a code that was sent already is good for a second look.</summary>
    /// <returns>What came of sending one; null where none had to be sent.</returns>
    public async Task<CodeOutcome?> PrepareAsync(SignInAttempt attempt, FactorMethod method)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return method == FactorMethod.EmailCode && attempt.CodeSentAt is null ? await SendAsync(attempt) : null;
    }

    /// <summary>Whether another code may be sent, for the page that offers one.</summary>
    public Task<EmailCodeRoom> RoomAsync(SignInAttempt attempt) => codes.RoomAsync(attempt);

    public async Task<CodeOutcome> SendAsync(SignInAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var outcome = await codes.SendAsync(attempt);
        if (outcome is CodeOutcome.Sent sent)
        {
            var owner = attempt.User!;
            await mails.EnqueueAsync(
                new SignInCodeMail(owner, sent.Code, sent.ValidUntil, actor.Address, BrowserName.Of(actor.Browser)), owner,
                $"sign-in-code/{attempt.Id:N}/{attempt.CodesSent}");
        }

        return outcome;
    }
}
