using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Dev.Network;

/// <summary>Names the texts beside it.</summary>
public sealed class NetworkText;

/// <param name="Tenant">Its name.</param>
/// <param name="Messages">In the order in which they came.</param>
public sealed record NetworkNumber(string Tenant, string Number, IReadOnlyList<NetworkMessage> Messages);

/// <param name="Waiting">Messages that the portal still owes, where any.</param>
/// <param name="NextTryAt">When the first of them goes again.</param>
public sealed record NetworkPage(NetworkMode Mode, IReadOnlyList<Choice> Modes, IReadOnlyList<NetworkNumber> Numbers,
    IReadOnlyList<NetworkTry> Tries, int Waiting, DateTimeOffset? NextTryAt);
