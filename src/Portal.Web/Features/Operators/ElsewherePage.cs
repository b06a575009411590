using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Operators;

/// <summary>
/// Somebody changed the account meanwhile, and one's own version is one choice that is quickly made again (SAFE-1).
/// </summary>
/// <param name="Again">Where the choice is made anew.</param>
public sealed record ElsewherePage(PortalUser Subject, string Again);
