using Microsoft.Extensions.Localization;
using Portal.Rules.SecondFactors;
using Portal.Rules.Text;
using Portal.Rules.Text.Counting;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Mail;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>
/// From the password of an administrator ID to its second factor: which one is asked first, and the mail with a code.
/// </summary>
public sealed class LinkCodes(LinkFactor factor, EmailCodes codes, MailQueue mails, SealedCookie cookie, UnitOfWork work,
    CurrentSession session, AuditActor actor, IStringLocalizer<LinkedText> text)
{
    private const string Cookie = "linking";

    /// <returns>What came of sending a code; null where none had to be sent.</returns>
    public Task<CodeOutcome?> BeginAsync(HttpContext context, string token)
    {
        cookie.Set(context, Cookie, token, SignInAttempts.Life);
        return work.RunAsync(async () => await factor.FindAsync(session.User, token) is { } attempt
            && await FirstAsync(attempt) == FactorMethod.EmailCode
                ? await SendAsync(attempt)
                : null);
    }

    /// <summary>Why no code was sent, in words; null where one was.</summary>
    public string? WhyNotSent(CodeOutcome? outcome) => outcome switch
    {
        CodeOutcome.TooSoon soon => text[CountedKey.Of("ResendIn", soon.Seconds), soon.Seconds].Value,
        CodeOutcome.TooMany many => text["TooManyCodes", many.Minutes].Value,
        _ => null,
    };

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
