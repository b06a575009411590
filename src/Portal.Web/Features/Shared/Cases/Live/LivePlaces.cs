using Microsoft.Extensions.Options;
using Portal.Web.Domain.Cases.Live;
using Portal.Web.Http.Shares;

namespace Portal.Web.Features.Shared.Cases.Live;

/// <summary>
/// How many pages are connected to this node at once: a user has few, and no tenant has all (RX-02, RX-06).
/// </summary>
public sealed class LivePlaces(IOptions<LiveOptions> options)
{
    private readonly CountedPlaces places = new();

    /// <returns>A place, given back when disposed; or the status by which it is refused.</returns>
    public (IDisposable? Place, int Refusal) Enter(Guid tenant, Guid user)
    {
        var limits = options.Value;
        var ofUser = new PlaceBound($"{tenant}/{user}", limits.ConnectionsPerUser);
        var (place, full) = places.Enter(ofUser, new($"{tenant}", Math.Max(limits.Connections / 2, 1)), new("", limits.Connections));
        return (place, full == ofUser ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable);
    }
}
