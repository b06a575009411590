using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Features.Operators;

/// <summary>What is wrong with one field, in words; of a form or of a row of a file.</summary>
public sealed record InputProblem(string Field, string Message);

internal static class InputProblems
{
    public static void Report(this ModelStateDictionary state, IEnumerable<InputProblem> problems)
    {
        foreach (var problem in problems.Where(problem => state.GetFieldValidationState(problem.Field) != ModelValidationState.Invalid))
        {
            state.AddModelError(problem.Field, problem.Message);
        }
    }
}
