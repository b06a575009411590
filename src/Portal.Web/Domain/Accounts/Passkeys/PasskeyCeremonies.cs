using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;

namespace Portal.Web.Domain.Accounts.Passkeys;

/// <summary>What a ceremony was begun for; its answer must be for the same.</summary>
public sealed record CeremonyBinding(PasskeyPurpose Purpose, Guid? UserId = null, Guid? SessionId = null);

/// <summary>
/// Challenges handed to browsers: five minutes, one use, and only for the browser, purpose and session they were made
/// for (MF-17). A browser may have several at once, one a tab.
/// </summary>
public sealed class PasskeyCeremonies(PortalDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <param name="browser">The secret of the browser's cookie;
    /// only its hash together with the ceremony is kept.</param>
    /// <param name="state">What the framework needs to check the answer.</param>
    public Guid Start(CeremonyBinding binding, string browser, string state)
    {
        ArgumentNullException.ThrowIfNull(binding);
        var id = Guid.CreateVersion7();
        var now = clock.GetUtcNow();
        db.PasskeyCeremonies.Add(new PasskeyCeremony
        {
            Id = id,
            TokenHash = Key(id, browser),
            Purpose = binding.Purpose,
            UserId = binding.UserId,
            SessionId = binding.SessionId,
            State = state,
            CreatedAt = now,
            ExpiresAt = now + Life,
        });
        return id;
    }

    /// <summary>Uses a ceremony up. Of several answers at once, one gets it.</summary>
    public async Task<CeremonyTaken> RedeemAsync(Guid id, string? browser, CeremonyBinding binding)
    {
        ArgumentNullException.ThrowIfNull(binding);
        var key = Key(id, browser ?? "");
        var now = clock.GetUtcNow();
        var row = await db.PasskeyCeremonies.AsNoTracking().SingleOrDefaultAsync(ceremony => ceremony.TokenHash == key);
        return row switch
        {
            null => new CeremonyTaken.Refused("ChallengeUnknown"),
            _ when row.Purpose != binding.Purpose || row.SessionId != binding.SessionId || row.UserId != binding.UserId =>
                new CeremonyTaken.Refused("ChallengeOfAnother"),
            _ when now >= row.ExpiresAt => new CeremonyTaken.Refused("ChallengeExpired"),
            _ when await UseAsync(row.Id, now) == 0 => new CeremonyTaken.Refused("ChallengeUsed"),
            _ => new CeremonyTaken.Live(row.State),
        };
    }

    private Task<int> UseAsync(Guid id, DateTimeOffset now) =>
        db.PasskeyCeremonies.Where(row => row.Id == id && row.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now));

    private static byte[] Key(Guid id, string browser) => Tokens.Hash($"{id:N}.{browser}");
}

public abstract record CeremonyTaken
{
    private CeremonyTaken()
    {
    }

    public sealed record Live(string State) : CeremonyTaken;

    /// <param name="Reason">For the audit log.</param>
    public sealed record Refused(string Reason) : CeremonyTaken;
}
