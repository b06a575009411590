using Portal.Rules.LinkedAdministrators;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>For whom this request works, when not for the one who is signed in (LINK-5, LINK-6).</summary>
/// <param name="Id">The acting row.</param>
/// <param name="Real">Who is signed in, and reads the pages.</param>
/// <param name="LinkId">The link it stands on; null where an administrator acts that is signed in itself.</param>
/// <param name="Via">The administrator ID in between, where a linked manager acts for one of its users.</param>
public sealed record ActingFor(Guid Id, string Handle, ActingKind Kind, PortalUser Real, Guid? LinkId, PortalUser? Via);
