namespace Portal.Web.Data.Entities;

/// <summary>An authenticator app on one device (MFA-3). Without <see cref="ConfirmedAt"/> it is being set up and signs nobody in (MF-10).</summary>
public sealed class AuthenticatorApp : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string Name { get; set; }

    /// <summary>The shared secret, encrypted with the key ring (F7).</summary>
    public required byte[] ProtectedSecret { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The last time step whose code was accepted; only later ones are, so that a code works once (MF-01, F4).</summary>
    public long? LastStep { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>A WebAuthn credential of an account.</summary>
public sealed class Passkey : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required byte[] CredentialId { get; set; }

    public required byte[] PublicKey { get; set; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public long SignCount { get; set; }

    /// <summary>As the browser named them, separated by commas.</summary>
    public string Transports { get; set; } = "";

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    public required byte[] AttestationObject { get; set; }

    public required byte[] ClientDataJson { get; set; }
}

public enum PasskeyPurpose
{
    SignIn,
    Register,
    Reauthenticate,
}

/// <summary>A challenge that was handed to a browser: five minutes, one use, bound to that browser's cookie (MF-17).</summary>
public sealed class PasskeyCeremony : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required byte[] TokenHash { get; set; }

    public PasskeyPurpose Purpose { get; set; }

    /// <summary>Whose it is, where that is known before the answer.</summary>
    public Guid? UserId { get; set; }

    public Guid? SessionId { get; set; }

    /// <summary>What the framework needs to check the answer.</summary>
    public required string State { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>One of ten codes for the day on which every other factor is lost; only its hash is kept (MFA-1, F7).</summary>
public sealed class RecoveryCode : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    /// <summary>The same for all codes made together, so that one derivation checks a typed code against all of them.</summary>
    public required byte[] Salt { get; set; }

    public int Iterations { get; set; }

    public required byte[] Hash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A browser that is not asked for the second factor for a while (MFA-2). Dies with a change of password or factors (MF-12).</summary>
public sealed class TrustedBrowser : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required byte[] TokenHash { get; set; }

    public required string SecurityStamp { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? Address { get; set; }

    public string? Browser { get; set; }
}
