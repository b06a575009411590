using System.Collections.Concurrent;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Hashing;

namespace Portal.Web.Data.Seed;

/// <summary>Each password is hashed once: a hundred hashes at full cost would take half a minute.</summary>
internal sealed class DemoHashes(PasswordHashing hashing)
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    public string Password(string password) => Once(password);

    public string Keyword(string keyword) => Once(CanonicalText.Keyword(keyword));

    /// <summary>Inside the transaction that fills an empty database; nobody waits for that one.</summary>
    private string Once(string text)
    {
        using var excepted = PasswordHashing.Except();
        return known.GetOrAdd(text, hashing.Hash);
    }
}
