using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Forms;

/// <summary>What is wrong with one field, in words; of a form or of a row of a file.</summary>
/// <param name="Field">Its name in the form; empty for the form as a whole.</param>
public sealed record FieldProblem(string Field, string Message)
{
    /// <summary>Of a file, which has several things wrong at once: each is told.</summary>
    public bool IsOneOfSeveral { get; init; }
}

internal static class FieldProblems
{
    /// <summary>
    /// Puts each where its field shows it, one a field: what the framework or the input guard found comes first.
    /// </summary>
    public static void Report(this ModelStateDictionary state, IEnumerable<FieldProblem> problems)
    {
        foreach (var problem in problems.Where(problem => problem.IsOneOfSeveral
            || state.GetFieldValidationState(problem.Field) != ModelValidationState.Invalid))
        {
            state.AddModelError(problem.Field, problem.Message);
        }
    }
}
