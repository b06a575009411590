namespace Portal.Web.Data.Seed;

/// <summary>
/// Addresses of the ranges that are reserved for documentation, and the browsers of ordinary offices.
/// </summary>
internal sealed class DemoPlaces(Random random)
{
    private static readonly string[] Browsers =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 "
            + "Safari/604.1",
    ];

    /// <summary>One's own desk: offices share an address, people keep their browser.</summary>
    public DemoPlace Desk(Guid? contractId, int person) => new(
        person % 6 == 5 ? $"2001:db8:{Office(contractId):x}::{person + 1:x}" : $"203.0.113.{Office(contractId)}",
        Browsers[person % Browsers.Length]);

    public DemoPlace Elsewhere() => new($"198.51.100.{random.Next(1, 255)}", Browsers[random.Next(Browsers.Length)]);

    private int Office(Guid? contractId)
    {
        if (!offices.TryGetValue(contractId ?? Guid.Empty, out var office))
        {
            office = 10 + (offices.Count % 240);
            offices[contractId ?? Guid.Empty] = office;
        }

        return office;
    }

    private readonly Dictionary<Guid, int> offices = [];
}
