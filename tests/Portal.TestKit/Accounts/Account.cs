using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Tenancy;

namespace Portal.TestKit.Accounts;

/// <summary>An account to be: what a test does not say is what most tests mean.</summary>
public sealed record Account(string Tenant, string LoginId)
{
    public const string UsualPassword = "Right2468-Horse";

    /// <summary>
    /// Null makes an account that has no password yet. Tests set one directly, so it need not fit the tenant's rules.
    /// </summary>
    public string? Password { get; init; } = UsualPassword;

    public AccountRole Role { get; init; } = AccountRole.Member;

    /// <summary>Created with a holder when it is not there yet; null for staff.</summary>
    public string? Contract { get; init; } = "C-900001";

    /// <summary>The key of the door; null is the tenant's first.</summary>
    public string? Door { get; init; }

    public string? Email { get; init; }

    public bool EmailConfirmed { get; init; } = true;

    public string? Keyword { get; init; }

    public string FamilyName { get; init; } = "試験";

    public string GivenName { get; init; } = "太郎";

    /// <summary>Gives it an authenticator app with the secret of <see cref="Authenticator"/>.</summary>
    public bool HasApp { get; init; }

    /// <summary>Whatever else the test needs to be true of the row.</summary>
    public Action<PortalUser>? With { get; init; }

    public bool IsManager { init => Role = value ? AccountRole.Manager : AccountRole.Member; }

    /// <returns>The user's id.</returns>
    public Task<Guid> AddToAsync(PortalApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var hashing = app.Services.GetRequiredService<PasswordHashing>();
        return AddToAsync(app, Password is null ? null : hashing.Hash(Password),
            Keyword is null ? null : hashing.Hash(CanonicalText.Keyword(Keyword)));
    }

    private Task<Guid> AddToAsync(PortalApp app, string? passwordHash, string? keywordHash) => app.InTenantAsync(Tenant, async services =>
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var user = new PortalUser
        {
            UserName = LoginId,
            Door = Door ?? services.GetRequiredService<CurrentTenant>().Value.Profile.Doors[0].Key,
            Role = Role,
            ContractId = Contract is null ? null : await ContractIdAsync(services.GetRequiredService<PortalDbContext>(), Contract, now),
            Email = Email,
            EmailConfirmedAt = Email is not null && EmailConfirmed ? now : null,
            PasswordHash = passwordHash,
            PasswordChangedAt = Password is null ? null : now,
            KeywordHash = keywordHash,
            FamilyName = FamilyName,
            GivenName = GivenName,
        };
        With?.Invoke(user);
        await services.GetRequiredService<AccountFactory>().AddAsync(user);
        if (HasApp)
        {
            Authenticator.AddTo(services, user.Id);
        }

        return user.Id;
    });

    private static async Task<Guid> ContractIdAsync(PortalDbContext db, string number, DateTimeOffset now)
    {
        if (await db.Contracts.SingleOrDefaultAsync(contract => contract.Number == number) is { } known)
        {
            return known.Id;
        }

        var holder = new Holder { Id = Guid.CreateVersion7(), Name = "試験株式会社" };
        var contract = new Contract
        {
            Id = Guid.CreateVersion7(),
            HolderId = holder.Id,
            Number = number,
            Service = "試験サービス",
            StartsOn = DateOnly.FromDateTime(now.UtcDateTime)
        };
        db.AddRange(holder, contract);
        return contract.Id;
    }
}
