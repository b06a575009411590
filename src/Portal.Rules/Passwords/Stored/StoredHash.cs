namespace Portal.Rules.Passwords.Stored;

/// <summary>
/// A password hash as some system stored it: ours, or the one people come from (ADMIN-12). What it costs to compare is
/// known before anything is compared.
/// </summary>
public abstract record StoredHash
{
    private StoredHash()
    {
    }

    /// <summary>ASP.NET Core Identity, version 2 or 3: PBKDF2.</summary>
    public sealed record Identity(int Version, int Iterations) : StoredHash;

    /// <summary>bcrypt ($2a$, $2b$, $2y$).</summary>
    public sealed record BCrypt(int Cost) : StoredHash;

    /// <summary>SHA-crypt of glibc ($5$, $6$).</summary>
    /// <param name="Bits">256 or 512.</param>
    /// <param name="Rounds">5,000 where the text says none.</param>
    /// <param name="Salt">At most 16 letters, in plain text.</param>
    /// <param name="Checksum">As it stands at the end, in the alphabet of crypt.</param>
    public sealed record ShaCrypt(int Bits, int Rounds, string Salt, string Checksum) : StoredHash;

    /// <summary>One salted digest of an LDAP directory ({SSHA}, {SSHA256}, {SSHA512}).</summary>
    /// <param name="Bits">160, 256 or 512.</param>
    /// <param name="Digest">Of the password with the salt behind it.</param>
    /// <param name="Salt">What follows the digest.</param>
    public sealed record SaltedDigest(int Bits, ReadOnlyMemory<byte> Digest, ReadOnlyMemory<byte> Salt) : StoredHash;
}

/// <summary>Why a text is no hash that could be compared with.</summary>
public enum StoredHashProblem
{
    /// <summary>It begins like none of the formats.</summary>
    Unknown,

    /// <summary>It begins like one and does not go on like it: cut off, or typed.</summary>
    Malformed,

    /// <summary>Each sign-in with it would hold up everybody's.</summary>
    TooCostly,
}

/// <summary>What a text was read as: one of the two is null.</summary>
/// <param name="Hash">Null where there is a problem.</param>
/// <param name="Problem">Null where it is a hash.</param>
public sealed record StoredHashReading(StoredHash? Hash, StoredHashProblem? Problem)
{
    /// <summary>It is one.</summary>
    public static implicit operator StoredHashReading(StoredHash hash) => new(hash, null);

    /// <summary>It is none.</summary>
    public static implicit operator StoredHashReading(StoredHashProblem problem) => new(null, problem);
}
