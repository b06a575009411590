using Portal.Rules.SecondFactors;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Mail;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>
/// From the password of an administrator ID to its second factor: which one is asked first, and the mail with a code.
/// </summary>
public sealed class LinkCodes(LinkFactor factor, EmailCodes codes, MailQueue mails, SealedCookie cookie, UnitOfWork work,
    CurrentSession session, AuditActor actor)
{
    private const string Cookie = "linking";

    public async Task<SeeOtherResult> BeginAsync(HttpContext context, string token)
    {
        cookie.Set(context, Cookie, token, SignInAttempts.Life);
        await work.RunAsync(async () =>
        {
            if (await factor.FindAsync(session.User, token) is { } attempt
                && await FirstAsync(attempt) == FactorMethod.EmailCode)
            {
                await SendAsync(attempt);
            }
        });
        return new SeeOtherResult(LinkedPaths.Code);
    }

    /// <summary>The link under way in this browser; null where there is none.</summary>
    public Task<SignInAttempt?> FindAsync(HttpContext context) => factor.FindAsync(session.User, cookie.Read(context, Cookie));

    public Task<IReadOnlyList<FactorMethod>> AvailableAsync(SignInAttempt attempt) => factor.AvailableAsync(attempt);

    public Task<(CodeOutcome Code, LinkOutcome.Linked? Linked)> EnterAsync(SignInAttempt attempt, FactorMethod method, string typed) =>
        factor.EnterAsync(session.User, attempt, method, typed);

    public async Task<CodeOutcome> SendAsync(SignInAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var outcome = await codes.SendAsync(attempt);
        if (outcome is CodeOutcome.Sent sent)
        {
            var owner = attempt.User!;
            await mails.EnqueueAsync(new LinkCodeMail(owner, session.User, sent.Code, sent.ValidUntil, actor.Address,
                BrowserName.Of(actor.Browser)), owner, $"link-code/{attempt.Id:N}/{attempt.CodesSent}");
        }

        return outcome;
    }

    public void End(HttpContext context) => cookie.Clear(context, Cookie);

    private async Task<FactorMethod?> FirstAsync(SignInAttempt attempt) =>
        await factor.AvailableAsync(attempt) is { Count: > 0 } available ? SecondFactorRules.First(available) : null;
}
