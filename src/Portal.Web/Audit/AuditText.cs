namespace Portal.Web.Audit;

/// <summary>Words for events: a key for each kind, and for reasons, details and values that are codes.</summary>
public sealed class AuditText;
