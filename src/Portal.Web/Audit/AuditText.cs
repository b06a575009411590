namespace Portal.Web.Audit;

/// <summary>
/// Words for the events of <see cref="AuditKinds"/>: a key for each kind, and for groups, actors, reasons, details and
/// values that are codes.
/// </summary>
public sealed class AuditText;
