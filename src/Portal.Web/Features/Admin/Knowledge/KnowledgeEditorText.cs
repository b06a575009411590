namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>Names the texts beside it.</summary>
public sealed class KnowledgeEditorText;
