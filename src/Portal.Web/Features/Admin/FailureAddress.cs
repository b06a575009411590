namespace Portal.Web.Features.Admin;

/// <summary>From where wrong passwords came, and how often.</summary>
public sealed record FailureAddress(string Address, int Times)
{
    /// <summary>
    /// The addresses of <see cref="Data.Entities.SignInState.FailureAddresses"/>, the most frequent first.
    /// </summary>
    public static IReadOnlyList<FailureAddress> Of(string addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return
        [
            .. addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .CountBy(address => address)
                .Select(pair => new FailureAddress(pair.Key, pair.Value))
                .OrderByDescending(from => from.Times),
        ];
    }
}
