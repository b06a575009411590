namespace Portal.Web.Forms;

/// <summary>
/// This field may lie in a draft. Never on a password, a keyword or a code: a draft can be read by whoever holds
/// database and keys.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InDraftAttribute : Attribute;
