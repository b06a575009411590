using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Credentials;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.OwnAccount.Sessions;

/// <summary>What dies with a password, a factor, an address: the table in "What Identity does not do".</summary>
public sealed class EndingWithACredential : SignInTest
{
    private const string Site = "security";

    protected override Account Usual => new(Site, "owner.test.cs") { Email = "owner@example.jp" };

    [Theory]
    [InlineData(CredentialReason.PasswordSet, "credentials-changed", false, true)]
    [InlineData(CredentialReason.PasswordTakenBack, "credentials-changed", true, true)]
    [InlineData(CredentialReason.FactorsRemoved, "credentials-changed", true, true)]
    [InlineData(CredentialReason.AddressUndone, "credentials-changed", true, true)]
    [InlineData(CredentialReason.Disowned, "ended-by-user", true, false)]
    [InlineData(CredentialReason.Disabled, "sign-in-disabled", true, true)]
    public async Task SE_03_TR_04_MF_12_EachReasonEndsWhatTheTableSays(
        CredentialReason reason, string session, bool temporaryLives, bool confirmationLives)
    {
        await App.ChangeProfileAsync(Site, profile => profile with { SecondFactor = profile.SecondFactor with { TrustBrowserDays = 30 } });
        var before = await App.InTenantAsync(Site, GiveEverythingAsync);
        await App.InTenantAsync(Site, async services =>
            (await services.GetRequiredService<CredentialChange>().ApplyAsync(await UserAsync(services), reason)).ShouldBe(1));

        await App.InTenantAsync(Site, async services =>
        {
            var (db, links) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<SecurityLinks>());
            ("" + await db.Sessions.Select(row => row.EndReason).SingleAsync()).ShouldBe(session);
            (await db.TrustedBrowsers.CountAsync(row => row.EndedAt == null)).ShouldBe(0);
            (await services.GetRequiredService<SignInAttempts>().FindAsync(before.Attempt)).ShouldBeNull();
            (await db.TemporaryPasswords.AnyAsync(row => row.EndedAt == null)).ShouldBe(temporaryLives);
            foreach (var (purpose, token) in before.Links)
            {
                (await links.FindAsync(token, purpose) is not null).ShouldBe(Outlives(purpose, confirmationLives), purpose.ToString());
            }
        });
    }

    private static bool Outlives(LinkPurpose purpose, bool confirmationLives) => purpose switch
    {
        LinkPurpose.NotMe or LinkPurpose.EmailChangeUndo => true,
        LinkPurpose.EmailConfirmation => confirmationLives,
        _ => false,
    };

    private async Task<Everything> GiveEverythingAsync(IServiceProvider services)
    {
        var (db, user, now) = (services.GetRequiredService<PortalDbContext>(), await UserAsync(services), App.Time.GetUtcNow());
        var state = await db.SignInStates.SingleAsync(row => row.UserId == user.Id);
        await services.GetRequiredService<SessionService>().StartAsync(user, state, null, new Proof(SignInMethod.Password, null, false), 0);
        services.GetRequiredService<TrustedBrowsers>().Trust(user);
        db.TemporaryPasswords.Add(new TemporaryPassword
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Hash = "",
            Origin = TemporaryPasswordOrigin.Staff,
            IssuedAt = now,
            ExpiresAt = now.AddDays(1),
        });
        var (links, tokens) = (services.GetRequiredService<SecurityLinks>(), new Dictionary<LinkPurpose, string>());
        foreach (var purpose in Enum.GetValues<LinkPurpose>())
        {
            tokens[purpose] = (await links.IssueAsync(user, purpose, TimeSpan.FromDays(1), user.Email!, Guid.CreateVersion7())).Token;
        }

        return new Everything(services.GetRequiredService<SignInAttempts>().Start(user, null, null, false), tokens);
    }

    private Task<PortalUser> UserAsync(IServiceProvider services) =>
        services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == UserId);

    private sealed record Everything(string Attempt, IReadOnlyDictionary<LinkPurpose, string> Links);
}
