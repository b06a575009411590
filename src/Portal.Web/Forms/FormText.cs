namespace Portal.Web.Forms;

/// <summary>What forms say about their fields and about others' changes; {0} is the label of the field.</summary>
public sealed class FormText;
