using System.Collections.Concurrent;
using Portal.Rules.Text;
using Portal.Web.Accounts;

namespace Portal.Web.Data.Seed;

/// <summary>Each password is hashed once: a hundred hashes at full cost would take half a minute.</summary>
internal sealed class DemoHashes(PasswordHashing hashing)
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    public string Password(string password) => known.GetOrAdd(password, hashing.Hash);

    public string Keyword(string keyword) => known.GetOrAdd(CanonicalText.Keyword(keyword), hashing.Hash);
}
