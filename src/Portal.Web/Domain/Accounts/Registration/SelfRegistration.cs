using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Registration;

public abstract record SelfRegistrationOutcome
{
    private SelfRegistrationOutcome()
    {
    }

    /// <param name="Token">For the mail; nothing else may keep it.</param>
    public sealed record Asked(PortalUser User, string Token, DateTimeOffset ExpiresAt) : SelfRegistrationOutcome
    {
        /// <summary>Keeps the token out of logs (AU-05).</summary>
        public override string ToString() => nameof(Asked);
    }

    /// <summary>The address signs in here already; its owner alone is told.</summary>
    public sealed record Known(PortalUser User) : SelfRegistrationOutcome;

    /// <summary>Nobody is told.</summary>
    public sealed record Refused : SelfRegistrationOutcome;
}

/// <summary>
/// Linked managers register themselves: address, link, password (LINK-3). Decided by the worker, long after the answer.
/// An account whose password nobody sets is removed after some days.
/// </summary>
public sealed class SelfRegistration(PortalDbContext db, AccountFactory accounts, SecurityLinks links, IMailAllowance mails, AuditLog audit,
    CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Decides one request. The caller holds its row lock and mails what comes of it.</summary>
    public async Task<SelfRegistrationOutcome> HandleAsync(RecoveryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (tenant.Value.Profile.LinkedAdministrators is not { } profile || EmailAddress.Stored(form.LoginId) is not { } email
            || !EmailAddress.IsAcceptable(email))
        {
            return new SelfRegistrationOutcome.Refused();
        }

        var key = LoginKeys.For(tenant.Value.Door(profile.Door), form.LoginId);
        var user = await db.Users.SingleOrDefaultAsync(row => row.Door == profile.Door && row.NormalizedUserName == key)
            ?? await AddAsync(profile.Door, email);
        if (user is not
            { Role: AccountRole.LinkedManager, PasswordHash: null, PasswordChangedAt: null, InvitedAt: not null, DisabledAt: null })
        {
            return await mails.AllowsAsync(MailCap.Recovery, user, email)
                ? new SelfRegistrationOutcome.Known(user)
                : new SelfRegistrationOutcome.Refused();
        }

        if (!await mails.AllowsAsync(MailCap.Recovery, user, email))
        {
            return new SelfRegistrationOutcome.Refused();
        }

        user.InvitedAt = clock.GetUtcNow();
        var (link, token) = await links.IssueAsync(user, LinkPurpose.Registration, tenant.Value.LinkLife, email);
        audit.Record(AuditKinds.SelfRegistrationAsked, AuditSubject.Of(user), details: new { until = link.ExpiresAt });
        return new SelfRegistrationOutcome.Asked(user, token, link.ExpiresAt);
    }

    private async Task<PortalUser> AddAsync(string door, string email)
    {
        var user = await accounts.AddAsync(new PortalUser
        {
            UserName = email,
            Door = door,
            Role = AccountRole.LinkedManager,
            Email = email,
            NormalizedEmail = CanonicalText.Email(email),
            InvitedAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        return user;
    }
}
